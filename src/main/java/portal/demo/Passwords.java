package portal.demo;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Keeps passwords so that they can be compared and not read: salted, PBKDF2 with SHA-256. */
final class Passwords {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ITERATIONS = 210_000;
    private static final int SALT = 16;
    private static final int BITS = 256;

    private Passwords() {}

    static String keep(String password) {
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        return HexFormat.of().formatHex(salt) + ":" + HexFormat.of().formatHex(derive(password, salt));
    }

    static boolean matches(String password, String kept) {
        if (kept == null) {
            return false;
        }
        byte[] salt = HexFormat.of().parseHex(kept.substring(0, kept.indexOf(':')));
        byte[] expected = HexFormat.of().parseHex(kept.substring(kept.indexOf(':') + 1));
        return MessageDigest.isEqual(expected, derive(password, salt));
    }

    private static byte[] derive(String password, byte[] salt) {
        try {
            PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, BITS);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
