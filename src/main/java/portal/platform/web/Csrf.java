package portal.platform.web;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The token every form carries: the session's secret, masked anew on each page so that compression cannot reveal it.
 */
final class Csrf {
    static final String FIELD = "csrf";
    static final int LENGTH = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Csrf() {}

    static String mask(byte[] secret) {
        byte[] token = new byte[2 * LENGTH];
        byte[] mask = new byte[LENGTH];
        RANDOM.nextBytes(mask);
        for (int i = 0; i < LENGTH; i++) {
            token[i] = mask[i];
            token[LENGTH + i] = (byte) (mask[i] ^ secret[i]);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    static boolean matches(byte[] secret, String token) {
        if (token == null || secret.length != LENGTH) {
            return false;
        }
        try {
            byte[] masked = Base64.getUrlDecoder().decode(token);
            if (masked.length != 2 * LENGTH) {
                return false;
            }
            byte[] given = new byte[LENGTH];
            for (int i = 0; i < LENGTH; i++) {
                given[i] = (byte) (masked[i] ^ masked[LENGTH + i]);
            }
            return MessageDigest.isEqual(secret, given);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
