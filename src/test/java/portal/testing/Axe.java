package portal.testing;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** axe-core: what a machine can say about whether everybody can use a page. */
public final class Axe {
    private static final String SCRIPT = AxeBuilder.getAxeScript();
    private static final List<String> TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");
    private static final String RUN =
            """
            async (rules) => {
              const {violations} = await axe.run({runOnly: rules, resultTypes: ['violations']});
              return violations.map((rule) => rule.id + ': ' + rule.help + '\\n'
                + rule.nodes.map((node) => '  ' + node.html + ' ' + node.failureSummary).join('\\n'));
            }
            """;

    private Axe() {}

    /** What stands in somebody's way on the page as it is shown now, each with the elements. */
    public static List<String> check(Page page) {
        return run(page, TAGS);
    }

    /** The same, as far as it depends on colours. */
    public static List<String> checkColours(Page page) {
        return run(page, COLOURS);
    }

    @SuppressWarnings("unchecked")
    private static List<String> run(Page page, List<String> rules) {
        if (page.evaluate("typeof axe").equals("undefined")) {
            page.evaluate(SCRIPT);
        }
        return (List<String>) page.evaluate(RUN, rules);
    }
}
