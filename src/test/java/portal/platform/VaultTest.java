package portal.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class VaultTest {
    private static final byte[] OLD = key(1);
    private static final byte[] NEW = key(2);

    private final Vault vault = new Vault(List.of(OLD));

    private static byte[] key(int fill) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) fill);
        return key;
    }

    @Test
    void strangerWithAnotherKeyOpensNothing() {
        byte[] sealed = vault.seal("link", "secret");
        Vault other = new Vault(List.of(NEW));
        assertThrows(IllegalArgumentException.class, () -> other.open("link", sealed));
    }

    @Test
    void whatWasSealedIsOpenedForTheSamePurposeOnly() {
        byte[] sealed = vault.seal("link", "příliš žluťoučký kůň");
        assertEquals("příliš žluťoučký kůň", vault.open("link", sealed));
        assertThrows(IllegalArgumentException.class, () -> vault.open("token", sealed));
    }

    @Test
    void aChangeOfAnyByteIsNoticed() {
        byte[] sealed = vault.seal("link", "secret");
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThrows(IllegalArgumentException.class, () -> vault.open("link", changed), "byte " + i);
        }
        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = Arrays.copyOf(sealed, length);
            assertThrows(IllegalArgumentException.class, () -> vault.open("link", cut), length + " bytes");
        }
    }

    @Test
    void afterRotationTheOldKeyOpensAndTheNewOneSeals() {
        byte[] before = vault.seal("link", "before");
        Vault rotated = new Vault(List.of(NEW, OLD));

        assertEquals("before", rotated.open("link", before));
        byte[] after = rotated.seal("link", "after");
        assertThrows(IllegalArgumentException.class, () -> vault.open("link", after));
        assertEquals("after", new Vault(List.of(NEW)).open("link", after));
    }

    @Test
    void theSameTextIsSealedDifferentlyEachTime() {
        byte[] first = vault.seal("link", "secret");
        byte[] second = vault.seal("link", "secret");
        assertFalse(Arrays.equals(first, second));
        assertFalse(new String(first, StandardCharsets.ISO_8859_1).contains("secret"));
    }

    @Test
    void secretsAreLongAndNeverTheSame() {
        assertEquals(43, vault.secret().length());
        assertNotEquals(vault.secret(), vault.secret());
    }

    @Test
    void nobodyBringsAShortKeyOrNone() {
        assertThrows(IllegalArgumentException.class, () -> new Vault(List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Vault(List.of(OLD, new byte[16])));
    }
}
