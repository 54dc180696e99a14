package portal.users;

import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** A place in the list by name, between two users; it stays one when the user is gone. */
record UserPosition(byte[] key, UUID id) {
    private static final int LONGEST_KEY = 255;
    private static final int ID = 36;

    /** As it stands in an address. */
    String text() {
        return id + Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }

    /** Reads what {@link #text} wrote; empty for anything else. */
    static Optional<UserPosition> of(String text) {
        try {
            UUID id = UUID.fromString(text.substring(0, Math.min(ID, text.length())));
            byte[] key = Base64.getUrlDecoder().decode(text.substring(ID));
            return key.length <= LONGEST_KEY && id.toString().equals(text.substring(0, ID))
                    ? Optional.of(new UserPosition(key, id))
                    : Optional.empty();
        } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            return Optional.empty();
        }
    }
}
