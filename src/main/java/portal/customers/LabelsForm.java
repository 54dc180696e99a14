package portal.customers;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import portal.platform.web.Form;
import portal.platform.web.FormErrors;
import portal.portfolio.CustomerLabels;

/**
 * Alias and tags as somebody edited them.
 *
 * @param tags in one line, parted by commas
 * @param version of the row they were drawn from
 */
public record LabelsForm(String alias, String tags, String version) {
    /** Longest alias. */
    public static final int LONGEST_ALIAS = 100;

    /** Longest line of tags. */
    public static final int LONGEST_TAGS = 400;

    private static final int MOST_TAGS = 10;

    /** What was sent. */
    static LabelsForm from(Form form) {
        return new LabelsForm(form.line("alias"), form.line("tags"), form.line("version"));
    }

    static LabelsForm of(CustomerLabels.Labels labels) {
        return new LabelsForm(labels.alias(), labels.line(), String.valueOf(labels.version()));
    }

    /** The same, edited knowing another version. */
    LabelsForm knowing(int other) {
        return new LabelsForm(alias, tags, String.valueOf(other));
    }

    FormErrors errors() {
        FormErrors errors = new FormErrors();
        if (!alias.isEmpty()) {
            errors.required("alias", alias, LONGEST_ALIAS);
        }
        if (errors.text("tags", tags, LONGEST_TAGS)) {
            List<String> each = each();
            each.forEach(tag -> check(errors, tag));
            if (each.size() > MOST_TAGS) {
                errors.add("tags", "error.tags.too-many", MOST_TAGS, each.size());
            }
        }
        return errors;
    }

    private static void check(FormErrors errors, String tag) {
        int length = tag.codePointCount(0, tag.length());
        if (length > ListFilter.LONGEST_TAG) {
            errors.add("tags", "error.tags.too-long", ListFilter.LONGEST_TAG, tag);
        } else if (tag.codePoints().noneMatch(Character::isLetterOrDigit)) {
            errors.add("tags", "error.tags.no-letter", tag);
        }
    }

    /** Each tag once, whatever its case. */
    private List<String> each() {
        Map<String, String> once = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Arrays.stream(tags.split(","))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .forEach(tag -> once.putIfAbsent(tag, tag));
        return List.copyOf(once.values());
    }

    /** What it says, without errors. */
    CustomerLabels.Labels labels() {
        return new CustomerLabels.Labels(alias, each(), Version.of(version));
    }
}
