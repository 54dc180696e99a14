package portal.platform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes secrets and seals what must be read again later (AES-256-GCM). A sealed value names the key it was sealed with
 * and is bound to its purpose, so it cannot be moved to another column. The first key seals, all keys open: that is how
 * a key is rotated.
 */
public final class Vault {
    private static final int NONCE = 12;
    private static final int KEY_NAME = 4;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final List<byte[]> keys;

    /** Keys of 32 bytes each, the current one first. */
    public Vault(List<byte[]> keys) {
        if (keys.isEmpty() || keys.stream().anyMatch(key -> key.length != 32)) {
            throw new IllegalArgumentException("a portal key has 32 bytes");
        }
        this.keys = List.copyOf(keys);
    }

    /** 256 random bits as 43 characters that may stand in an address. */
    public String secret() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(32));
    }

    /** Random bytes. */
    public byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** SHA-256 of the text in UTF-8: what is stored of a secret. */
    public static byte[] digest(String text) {
        return digest(text.getBytes(StandardCharsets.UTF_8));
    }

    /** SHA-256 of the bytes. */
    public static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Seals a text for one purpose. */
    public byte[] seal(String purpose, String text) {
        byte[] key = keys.get(0);
        byte[] nonce = bytes(NONCE);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, key, nonce, purpose, text.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(KEY_NAME + NONCE + sealed.length)
                .put(nameOf(key))
                .put(nonce)
                .put(sealed)
                .array();
    }

    /**
     * Opens what was sealed for the same purpose.
     *
     * @throws IllegalArgumentException when it was changed, sealed for another purpose, or its key is gone
     */
    public String open(String purpose, byte[] value) {
        if (value.length < KEY_NAME + NONCE + TAG_BITS / Byte.SIZE) {
            throw new IllegalArgumentException("not a sealed value");
        }
        byte[] name = Arrays.copyOfRange(value, 0, KEY_NAME);
        byte[] nonce = Arrays.copyOfRange(value, KEY_NAME, KEY_NAME + NONCE);
        byte[] sealed = Arrays.copyOfRange(value, KEY_NAME + NONCE, value.length);
        for (byte[] key : keys) {
            if (Arrays.equals(name, nameOf(key))) {
                return new String(run(Cipher.DECRYPT_MODE, key, nonce, purpose, sealed), StandardCharsets.UTF_8);
            }
        }
        throw new IllegalArgumentException("sealed with a key that is not configured");
    }

    /** The same; empty where {@link #open} would throw. */
    public Optional<String> tryOpen(String purpose, byte[] value) {
        try {
            return Optional.of(open(purpose, value));
        } catch (IllegalArgumentException changedOrKeyIsGone) {
            return Optional.empty();
        }
    }

    /** Whether the value was sealed with the current key. */
    public boolean current(byte[] value) {
        return value.length >= KEY_NAME && Arrays.equals(Arrays.copyOf(value, KEY_NAME), nameOf(keys.get(0)));
    }

    private static byte[] nameOf(byte[] key) {
        return Arrays.copyOf(digest(key), KEY_NAME);
    }

    private static byte[] run(int mode, byte[] key, byte[] nonce, String purpose, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException exception) {
            throw new IllegalArgumentException("cannot open a sealed value", exception);
        }
    }
}
