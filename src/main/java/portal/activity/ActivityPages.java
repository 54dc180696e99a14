package portal.activity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import portal.platform.texts.Texts;
import portal.platform.web.Page;

/** Pages of the activity log. */
public final class ActivityPages {
    private ActivityPages() {}

    /** One deed; {@code person} is null for the portal itself. */
    public record Row(
            UUID id,
            Instant happenedAt,
            Action action,
            UUID personId,
            String person,
            UUID customerId,
            String customer,
            String subject,
            String oldValue,
            String newValue) {
        private static final Pattern CODED = Pattern.compile("(capacity|privileges\\.roles)\\.[a-z-]+");

        /** A value for people: codes of ours in the reader's words, anything else as it is. */
        public static String readable(Texts texts, String value) {
            boolean coded = value != null && CODED.matcher(value).matches() && texts.has(value);
            return coded ? texts.text(value) : value;
        }
    }

    /** Somebody whose deeds can be asked for. */
    public record Someone(UUID id, String name) {}

    /**
     * The log, newest first.
     *
     * @param people whose deeds can be asked for
     * @param newer address of the page before; null on the first
     * @param older address of the page after; null on the last
     */
    public record Index(ActivityAddress address, List<Someone> people, List<Row> rows, String newer, String older)
            implements Page {
        /** All kinds of deeds, in the order of the reader's words. */
        public List<Action> actions(Texts texts) {
            return Stream.of(Action.values())
                    .sorted(texts.byLabel(action -> texts.text("activity.action." + action.code())))
                    .toList();
        }
    }
}
