package portal.invitations;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import portal.platform.access.Capacity;

/**
 * The evidence of one acceptance as both sides read it.
 *
 * @param number in the inviting partner's chain; null for evidence from before there was one
 * @param mpnId of the inviting partner; null when it has none
 * @param roles codes joined by commas
 * @param digest of the evidence's row, which covers all of it and the row before; null as the number
 */
public record Receipt(
        UUID id,
        Integer number,
        UUID partnerId,
        String partnerName,
        String mpnId,
        UUID invitationId,
        UUID customerId,
        String customerName,
        UUID tenantId,
        String name,
        String email,
        String roles,
        Instant acceptedAt,
        String ip,
        String userAgent,
        String requestId,
        UUID agreementId,
        String agreementTitle,
        String agreementVersion,
        String agreementLanguage,
        byte[] agreementDigest,
        String rights,
        byte[] sheetDigest,
        byte[] digest) {
    private static final int SHORT = 8;

    /** What a party asked for. */
    public record Asked(UUID partner, Capacity capacity, boolean delegatedAdmin) {
        /** Reads a line that {@link Sheet#rights()} wrote. */
        static Asked of(String line) {
            String[] parts = line.split(" ");
            Capacity capacity = Arrays.stream(Capacity.values())
                    .filter(known -> known.code().equals(parts[1]))
                    .findFirst()
                    .orElseThrow();
            return new Asked(UUID.fromString(parts[0]), capacity, parts[2].equals("delegated-admin=true"));
        }
    }

    /** For example 2345011-000017: the inviting partner's MPN id, else the end of its tenant id, and the number. */
    public String label() {
        return label(id, number, partnerId, mpnId);
    }

    /** The same from its parts. */
    static String label(UUID id, Integer number, UUID partner, String mpnId) {
        if (number == null) {
            return id.toString();
        }
        String tenant = partner.toString();
        String prefix = mpnId == null ? tenant.substring(tenant.length() - SHORT) : mpnId;
        return prefix + String.format(Locale.ROOT, "-%06d", number);
    }

    /** What each party asked for. */
    List<Asked> asked() {
        return rights.lines().map(Asked::of).toList();
    }
}
