package portal.platform.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class GzipTest {
    private final Gzip gzip = new Gzip(1);

    @Test
    void everyLengthComesOutAsItWentIn() {
        for (int length : new int[] {0, 1, 17, 100, 4_096, 70_000, 1_000_000}) {
            assertArrayEquals(noise(length), plain(gzip.compress(noise(length))));
            assertArrayEquals(rows(length), plain(gzip.compress(rows(length))));
        }
    }

    @Test
    void rowsBecomeSmall() {
        assertTrue(gzip.compress(rows(30_000)).length < 3_000);
    }

    @Test
    void manyAtOnceDoNotDisturbEachOther() {
        assertTrue(IntStream.range(0, 2_000).parallel().allMatch(i -> {
            byte[] page = (i % 2 == 0) ? noise(i) : rows(20 * i);
            return Arrays.equals(plain(gzip.compress(page)), page);
        }));
    }

    @Test
    void whoRefusesItByAWeightOfNothingDoesNotGetIt() {
        assertTrue(Gzip.accepted("gzip, deflate, br"));
        assertTrue(Gzip.accepted("br;q=1.0, gzip;q=0.8"));
        assertFalse(Gzip.accepted("identity, gzip; q=0"));
        assertFalse(Gzip.accepted("gzip;q=0.000"));
        assertFalse(Gzip.accepted("identity"));
        assertFalse(Gzip.accepted(null));
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(length).nextBytes(noise);
        return noise;
    }

    private static byte[] rows(int length) {
        byte[] rows = new byte[length];
        for (int i = 0; i < length; i++) {
            rows[i] = (byte) ("<tr><td>".charAt(i % 8) + i / 4_000);
        }
        return rows;
    }

    private static byte[] plain(byte[] compressed) {
        try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return stream.readAllBytes();
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
