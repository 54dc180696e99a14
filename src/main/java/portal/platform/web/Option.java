package portal.platform.web;

import java.util.List;
import java.util.stream.Stream;
import portal.platform.texts.Language;

/**
 * One line of a select.
 *
 * @param lang language of the label where it is not the page's; else null
 */
public record Option(String value, String label, boolean selected, String lang) {
    /** A line in the page's language. */
    public static Option of(String value, String label, boolean selected) {
        return new Option(value, label, selected, null);
    }

    /** The portal's languages, each by its own name. */
    public static List<Option> languages(Language chosen) {
        return Stream.of(Language.values())
                .map(language -> new Option(language.code(), language.ownName(), language == chosen, language.code()))
                .toList();
    }
}
