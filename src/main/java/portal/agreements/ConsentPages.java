package portal.agreements;

import java.util.Optional;
import portal.platform.web.FormErrors;
import portal.platform.web.Page;

/** What a customer's Global admin sees of the agreement. */
public final class ConsentPages {
    private ConsentPages() {}

    /**
     * The version in force, to be accepted.
     *
     * @param last what was accepted before
     * @param changed whether the text is another than the one that was shown
     */
    public record Ask(
            Agreement agreement,
            Optional<Agreements.Acceptance> last,
            String organization,
            ConsentForm form,
            FormErrors errors,
            boolean changed)
            implements Page {}

    /** Nothing is asked; what was accepted last. */
    public record Nothing(Optional<Agreements.Acceptance> last) implements Page {}
}
