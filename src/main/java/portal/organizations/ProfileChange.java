package portal.organizations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import portal.activity.Activity;
import portal.platform.texts.Texts;

/**
 * One value of a profile that differs between two of its states, each as it is shown; an empty text for none.
 *
 * @param label text key of the value's name
 */
public record ProfileChange(String label, String before, String after) {
    /** What differs, in the order of the form. */
    public static List<ProfileChange> between(Profile before, Profile after, Texts reader) {
        Map<String, String> now = after.values(reader);
        List<ProfileChange> changes = new ArrayList<>();
        before.values(reader).forEach((label, value) -> {
            if (!value.equals(now.get(label))) {
                changes.add(new ProfileChange(label, value, now.get(label)));
            }
        });
        return changes;
    }

    /** A deed with what it changed. */
    public static Activity describe(Activity deed, List<ProfileChange> changes, Texts reader) {
        return changes.isEmpty()
                ? deed
                : deed.changing(
                        list(changes, ProfileChange::before, reader), list(changes, ProfileChange::after, reader));
    }

    private static String list(List<ProfileChange> changes, Function<ProfileChange, String> side, Texts reader) {
        return changes.stream()
                .map(change ->
                        reader.text(change.label()) + ": " + (side.apply(change).isEmpty() ? "—" : side.apply(change)))
                .collect(Collectors.joining("; "));
    }
}
