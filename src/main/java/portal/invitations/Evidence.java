package portal.invitations;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import portal.platform.Vault;

/**
 * Who accepted what, when and from where: one row of the inviting partner's chain. Rows are only ever inserted.
 *
 * <p>A row's digest is SHA-256 over {@link #canonical()}: the digest of the row before and every column, in UTF-8, in the
 * order of this record's components. Each stands on a line {@code column_name=value} ended by a line feed; a column that
 * is NULL is its name alone. Inside values a backslash is written {@code \\}, a line feed {@code \n} and a carriage
 * return {@code \r}. Identifiers are in lower case, the time is {@code 2026-11-20T09:00:00.123456Z} (UTC, always six
 * digits), digests are in lower-case hexadecimal.
 *
 * @param partnerId the inviting partner, whose chain it is in
 * @param number in that chain: 1, 2, 3 … without a gap
 * @param previousDigest of the row before; 32 zero bytes before the first
 * @param rights what was asked, one line per party
 * @param sheetDigest of the before/after sheet that was shown
 */
public record Evidence(
        byte[] previousDigest,
        UUID partnerId,
        int number,
        UUID id,
        UUID invitationId,
        UUID customerId,
        UUID personId,
        String issuer,
        String subject,
        UUID tenantId,
        String name,
        String email,
        String roles,
        Instant acceptedAt,
        String ip,
        String userAgent,
        String requestId,
        UUID agreementId,
        String agreementVersion,
        String agreementLanguage,
        byte[] agreementDigest,
        String rights,
        byte[] sheetDigest) {
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** What the digest is taken of. */
    String canonical() {
        StringBuilder text = new StringBuilder();
        line(text, "previous_digest", hex(previousDigest));
        line(text, "partner_id", partnerId.toString());
        line(text, "number", String.valueOf(number));
        line(text, "id", id.toString());
        line(text, "invitation_id", invitationId.toString());
        line(text, "customer_id", customerId.toString());
        line(text, "person_id", personId.toString());
        line(text, "issuer", issuer);
        line(text, "subject", subject);
        line(text, "tenant_id", tenantId.toString());
        line(text, "name", name);
        line(text, "email", email);
        line(text, "roles", roles);
        line(text, "accepted_at", MICROS.format(acceptedAt));
        line(text, "ip", ip);
        line(text, "user_agent", userAgent);
        line(text, "request_id", requestId);
        line(text, "agreement_id", agreementId.toString());
        line(text, "agreement_version", agreementVersion);
        line(text, "agreement_language", agreementLanguage);
        line(text, "agreement_digest", hex(agreementDigest));
        line(text, "rights", rights);
        line(text, "sheet_digest", hex(sheetDigest));
        return text.toString();
    }

    /** SHA-256 over {@link #canonical()}. */
    byte[] digest() {
        return Vault.digest(canonical());
    }

    private static void line(StringBuilder text, String column, String value) {
        text.append(column);
        if (value != null) {
            text.append('=')
                    .append(value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r"));
        }
        text.append('\n');
    }

    private static String hex(byte[] bytes) {
        return bytes == null ? null : HexFormat.of().formatHex(bytes);
    }
}
