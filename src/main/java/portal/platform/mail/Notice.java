package portal.platform.mail;

import java.util.ArrayList;
import java.util.List;
import portal.platform.texts.Language;
import portal.platform.web.Renderer;

/**
 * The content of a mail, from which its text and its HTML form are made, so that both always say the same.
 *
 * @param sender name on top of the sheet
 * @param heading null for none
 * @param blocks paragraphs; the one that is {@code {link}} becomes a button with the address below
 * @param linkLabel words on that button
 * @param footer who sent it, and how to answer
 */
public record Notice(
        Language language,
        String sender,
        String subject,
        String heading,
        List<String> blocks,
        String linkLabel,
        String copyHint,
        String footer) {
    private static final String TEMPLATE = "emails/notice.jte";

    /** The text form. */
    public String text() {
        List<String> parts = new ArrayList<>();
        if (heading != null) {
            parts.add(heading);
        }
        parts.addAll(blocks);
        parts.add("-- \n" + footer);
        return String.join("\n\n", parts) + "\n";
    }

    /** The HTML form. */
    public String html(Renderer renderer) {
        return renderer.render(TEMPLATE, this);
    }

    /** The lines of a block. */
    public static List<String> lines(String block) {
        return block.lines().toList();
    }
}
