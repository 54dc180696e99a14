package portal.invitations;

import java.time.Instant;
import java.util.List;
import portal.platform.texts.Language;
import portal.platform.web.FormErrors;
import portal.platform.web.Page;

/** Pages on which a partner says what its drafts start from. */
public final class TemplatePages {
    private TemplatePages() {}

    /** The languages, each with whose text is used. */
    public record Templates(List<Row> rows) implements Page {}

    /**
     * One language.
     *
     * @param savedBy who saved the partner's own text, and when; null where the portal's is used
     */
    public record Row(Language language, String savedBy, Instant savedAt) {}

    /**
     * The texts of one language.
     *
     * @param own the partner's own text as saved; null where the portal's is used
     * @param examples the texts filled in; empty unless asked for
     * @param stale whether somebody else saved or removed the text while this form was edited
     */
    public record Template(
            Language language,
            TemplateForm form,
            FormErrors errors,
            OwnTemplate own,
            List<Example> examples,
            boolean stale)
            implements Page {}

    /**
     * A text filled in.
     *
     * @param field which one
     * @param length encoded characters a mail program would be handed
     */
    public record Example(String field, String subject, String text, int length) {}
}
