package portal.invitations;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import portal.platform.texts.Texts;

/**
 * One value of an invitation that differs from another state of it, each as it is shown; an empty text for none.
 *
 * @param label text key of the value's name
 */
public record Change(String label, String before, String after) {
    private static final int LONGEST_NOTE = 80;

    /** What differs, in the order of the form. */
    static List<Change> between(Invitation before, Invitation after, Texts texts, ZoneId zone) {
        List<Change> changes = new ArrayList<>();
        add(changes, "field.company", before.company(), after.company());
        add(changes, "field.domain", before.domain(), after.domain());
        add(changes, "field.email", before.email(), after.email());
        add(changes, "field.won-through", won(before, texts), won(after, texts));
        add(changes, "field.note", shortened(before.note()), shortened(after.note()));
        add(changes, "invitations.show.until", until(before, texts, zone), until(after, texts, zone));
        add(changes, "invitations.show.remind", remind(before, texts), remind(after, texts));
        return changes;
    }

    private static void add(List<Change> changes, String label, String before, String after) {
        if (!Objects.equals(before, after)) {
            changes.add(new Change(label, before == null ? "" : before, after == null ? "" : after));
        }
    }

    private static String won(Invitation invitation, Texts texts) {
        return invitation.wonThrough() == null
                ? null
                : texts.text(
                        "invitations.won-through." + invitation.wonThrough().code());
    }

    private static String shortened(String note) {
        if (note == null || note.codePointCount(0, note.length()) <= LONGEST_NOTE) {
            return note;
        }
        return note.substring(0, note.offsetByCodePoints(0, LONGEST_NOTE)) + "…";
    }

    private static String until(Invitation invitation, Texts texts, ZoneId zone) {
        Instant end = invitation.expiresAt();
        return invitation.endless() ? texts.text("invitations.show.until-revoked") : texts.date(end, zone);
    }

    private static String remind(Invitation invitation, Texts texts) {
        return texts.text(invitation.remind() ? "invitations.show.remind.yes" : "invitations.show.remind.no");
    }

    /** The values before, one after the other. */
    static String before(List<Change> changes, Texts texts) {
        return changes.stream()
                .map(change -> texts.text(change.label()) + ": " + dash(change.before()))
                .collect(Collectors.joining("; "));
    }

    /** The values afterwards, one after the other. */
    static String after(List<Change> changes, Texts texts) {
        return changes.stream()
                .map(change -> texts.text(change.label()) + ": " + dash(change.after()))
                .collect(Collectors.joining("; "));
    }

    private static String dash(String value) {
        return value.isEmpty() ? "—" : value;
    }
}
