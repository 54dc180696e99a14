package portal.platform.web;

import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Compresses answers as RFC 1952 says. A deflater has a quarter of a megabyte of memory, so those that have worked are
 * kept, and the one used last, whose memory the processor still holds, works next.
 */
final class Gzip {
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    private static final int TRAILER = 8;
    private static final Pattern REFUSED = Pattern.compile("gzip *; *q=0(?:\\.0*)?(?![.0-9])");

    private final int level;
    private final Deque<Deflater> idle = new ConcurrentLinkedDeque<>();

    /**
     * Compresses with a level of zlib.
     *
     * @param level from 1, the fastest, to 9, the smallest
     */
    Gzip(int level) {
        this.level = level;
    }

    /** Whether somebody can read it. */
    static boolean accepted(String acceptEncoding) {
        return acceptEncoding != null
                && acceptEncoding.contains("gzip")
                && !REFUSED.matcher(acceptEncoding).find();
    }

    byte[] compress(byte[] content) {
        Deflater deflater = idle.pollFirst();
        if (deflater == null) {
            deflater = new Deflater(level, true);
        }
        try {
            return compress(content, deflater);
        } finally {
            deflater.reset();
            idle.addFirst(deflater);
        }
    }

    private static byte[] compress(byte[] content, Deflater deflater) {
        byte[] bytes = Arrays.copyOf(HEADER, HEADER.length + content.length / 2 + TRAILER);
        int length = HEADER.length;
        deflater.setInput(content);
        deflater.finish();
        while (!deflater.finished()) {
            if (bytes.length - length <= TRAILER) {
                bytes = Arrays.copyOf(bytes, 2 * bytes.length);
            }
            length += deflater.deflate(bytes, length, bytes.length - length - TRAILER);
        }
        CRC32 checksum = new CRC32();
        checksum.update(content);
        length = littleEndian((int) checksum.getValue(), bytes, length);
        return Arrays.copyOf(bytes, littleEndian(content.length, bytes, length));
    }

    private static int littleEndian(int value, byte[] bytes, int from) {
        for (int i = 0; i < Integer.BYTES; i++) {
            bytes[from + i] = (byte) (value >>> (Byte.SIZE * i));
        }
        return from + Integer.BYTES;
    }
}
