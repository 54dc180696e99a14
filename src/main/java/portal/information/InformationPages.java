package portal.information;

import java.util.ArrayList;
import java.util.List;
import portal.platform.web.Page;

/** Pages that say how the portal treats people. */
public final class InformationPages {
    private InformationPages() {}

    /** What the portal knows of a person, why, and for how long. */
    public record Privacy(List<Block> blocks) implements Page {}

    /** How usable the portal is for everybody, and whom to tell when it is not. */
    public record Accessibility(List<Block> blocks) implements Page {}

    /** A heading or a paragraph. */
    public record Block(boolean heading, String text) {
        private static final String HEADING = "## ";

        /** Reads paragraphs with blank lines between them; one that begins with two hashes is a heading. */
        public static List<Block> read(String text) {
            List<Block> blocks = new ArrayList<>();
            for (String part : text.strip().split("\\n\\s*\\n")) {
                boolean heading = part.startsWith(HEADING);
                blocks.add(new Block(heading, heading ? part.substring(HEADING.length()) : part));
            }
            return blocks;
        }
    }
}
