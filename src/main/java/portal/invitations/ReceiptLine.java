package portal.invitations;

import java.time.Instant;
import java.util.UUID;

/** One receipt in a list; its parts as in {@link Receipt}. */
public record ReceiptLine(
        UUID id,
        Integer number,
        UUID partnerId,
        String partnerName,
        String mpnId,
        String customerName,
        String name,
        Instant acceptedAt) {
    /** The receipt's number. */
    public String label() {
        return Receipt.label(id, number, partnerId, mpnId);
    }
}
