package portal.platform.web;

import gg.jte.TemplateOutput;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Collects a page as UTF-8 in one array: pages are thousands of small pieces, most of them ASCII. */
final class PageOutput implements TemplateOutput {
    private byte[] bytes = new byte[32 * 1024];
    private int length;

    @Override
    public void writeContent(String text) {
        // the JVM copies ASCII and Latin text as it lies in memory
        writeBinaryContent(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void writeContent(String text, int begin, int end) {
        writeContent(text.substring(begin, end));
    }

    @Override
    public void writeBinaryContent(byte[] content) {
        ensure(content.length);
        System.arraycopy(content, 0, bytes, length, content.length);
        length += content.length;
    }

    private void ensure(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
        }
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }
}
