package portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import portal.platform.web.Icons;

class TemplatesTest {
    private static final int LONGEST = 60;
    private static final String FORM = "components/form.jte";
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    /** Attributes that people read or hear. */
    private static final Set<String> READ = Set.of(
            "aria-label",
            "aria-description",
            "aria-roledescription",
            "aria-valuetext",
            "alt",
            "placeholder",
            "title",
            "summary",
            "label",
            "data-label",
            "data-copied");

    /** Arguments of components that are words, not keys. */
    private static final Set<String> WORDED = Set.of("title", "text", "label", "hintText", "why", "date", "heading");

    /** Longer than the limit, for now. */
    private static final Set<String> LONG = Set.of();

    private static final Map<String, String> TEMPLATES = Sources.below(Sources.TEMPLATES, ".jte");

    @Test
    void nobodyPostsWithoutAToken() {
        assertEquals(
                List.of(), problems((path, found) -> markup(path).select("form").forEach(form -> {
                    boolean get = !form.hasAttr("method") || form.attr("method").equalsIgnoreCase("get");
                    if (!path.equals(FORM) && !get) {
                        found.add(path + ": a form that is not drawn by " + FORM);
                    }
                })));
        Element form = markup(FORM).selectFirst("form[method=post]");
        assertEquals(1, form.select("> input[type=hidden][name=csrf]").size());
        assertEquals(List.of(), problems((path, found) -> {
            if (TEMPLATES.get(path).toLowerCase(Locale.ROOT).contains("formmethod")) {
                found.add(path);
            }
        }));
    }

    @Test
    void nobodyReadsWordsThatAreNotTranslated() {
        assertEquals(List.of(), problems(TemplatesTest::words));
    }

    private static void words(String path, List<String> found) {
        Document markup = markup(path);
        markup.select("style").remove();
        markup.nodeStream(TextNode.class).forEach(text -> {
            if (LETTER.matcher(text.getWholeText().replace("{link}", "")).find()) {
                found.add(path + ": " + text.text().strip());
            }
        });
        for (Element element : markup.getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                if (READ.contains(attribute.getKey())
                        && LETTER.matcher(attribute.getValue()).find()) {
                    found.add(path + ": " + attribute);
                }
            }
        }
        Markup taken = Markup.of(TEMPLATES.get(path));
        for (Markup.Call call : taken.calls()) {
            WORDED.stream()
                    .map(name -> call.arguments().getOrDefault(name, ""))
                    .filter(argument -> argument.startsWith("\""))
                    .forEach(argument -> found.add(path + ": " + argument));
        }
        for (String value : taken.values()) {
            for (String literal : Sources.literals(value)) {
                if (literal.matches("(?s).*(\\p{Lu}|\\p{L} +\\p{L}).*") && !literal.matches("[a-z]+( [a-z]+)*")) {
                    found.add(path + ": " + literal);
                }
            }
        }
    }

    @Test
    void noPageNeedsInlineStylesOrScripts() {
        assertEquals(List.of(), problems((path, found) -> {
            if (path.startsWith("emails/")) {
                return;
            }
            for (Element element : markup(path).getAllElements()) {
                boolean inline = element.normalName().equals("style")
                        || (element.normalName().equals("script") && !element.hasAttr("src"));
                if (inline) {
                    found.add(path + ": <" + element.normalName() + ">");
                }
                for (Attribute attribute : element.attributes()) {
                    if (attribute.getKey().matches("style|on[a-z]+")
                            || attribute.getValue().matches("\\s*javascript:.*")) {
                        found.add(path + ": " + attribute);
                    }
                }
            }
        }));
    }

    @Test
    void nobodyMissesAnIcon() {
        Set<String> asked = new TreeSet<>();
        Pattern otherwise = Pattern.compile("@param String icon = (.*)");
        TEMPLATES.keySet().forEach(path -> {
            Markup taken = Markup.of(TEMPLATES.get(path));
            otherwise.matcher(taken.code()).results().forEach(found -> asked.addAll(Sources.literals(found.group(1))));
            taken.calls().forEach(call -> {
                String name = call.template().equals("components.icon") ? "name" : "icon";
                asked.addAll(Sources.literals(call.arguments().getOrDefault(name, "")));
            });
        });
        assertFalse(asked.isEmpty());
        asked.removeAll(Icons.NAMES);
        assertEquals(Set.of(), asked, "Add these to Icons.NAMES");
    }

    @Test
    void nobodyLoadsAnIconThatIsNeverShown() {
        Set<String> named = new HashSet<>();
        TEMPLATES
                .values()
                .forEach(source ->
                        named.addAll(Sources.literals(Markup.of(source).code())));
        Sources.below(Sources.JAVA, ".java").forEach((path, source) -> {
            if (!path.endsWith("/Icons.java")) {
                named.addAll(Sources.literals(source));
            }
        });
        assertEquals(
                List.of(),
                Icons.NAMES.stream().filter(name -> !named.contains(name)).toList(),
                "Take these out of Icons.NAMES");
        assertEquals(Icons.NAMES.stream().sorted().distinct().toList(), Icons.NAMES);
    }

    @Test
    void everyTemplateFitsOnAScreen() {
        assertEquals(
                LONG,
                TEMPLATES.entrySet().stream()
                        .filter(template -> template.getValue().lines().count() > LONGEST)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()),
                "Longer than " + LONGEST + " lines; take a part out");
    }

    @Test
    void everyTemplateIsDrawn() {
        Set<String> drawn = new HashSet<>();
        TEMPLATES.values().forEach(source -> Markup.of(source)
                .calls()
                .forEach(call -> drawn.add(call.template().replace('.', '/') + ".jte")));
        Sources.below(Sources.JAVA, ".java").values().forEach(source -> drawn.addAll(Sources.literals(source)));
        Pattern page = Pattern.compile("(?s)record (\\w+)\\([^{]*?\\bimplements Page\\b");
        Sources.below(Sources.JAVA, ".java").forEach((path, source) -> page.matcher(source)
                .results()
                .forEach(found -> drawn.add(path.replaceFirst("[^/]*$", "") + hyphened(found.group(1)) + ".jte")));
        Set<String> idle = new TreeSet<>(TEMPLATES.keySet());
        idle.removeAll(drawn);
        assertEquals(Set.of(), idle, "No page and no template draws these");
    }

    private static String hyphened(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static Document markup(String path) {
        return Jsoup.parse(Markup.of(TEMPLATES.get(path)).text(), "", Parser.xmlParser());
    }

    private static List<String> problems(BiConsumer<String, List<String>> check) {
        assertFalse(TEMPLATES.isEmpty());
        List<String> found = new ArrayList<>();
        TEMPLATES.keySet().forEach(path -> check.accept(path, found));
        return found;
    }
}
