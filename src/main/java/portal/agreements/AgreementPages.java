package portal.agreements;

import java.util.List;
import portal.platform.web.FormErrors;
import portal.platform.web.Option;
import portal.platform.web.Page;

/** Versions of the agreement, as the operator sees them. */
public final class AgreementPages {
    private AgreementPages() {}

    /** All versions. */
    public record Index(List<AgreementVersion> versions) implements Page {}

    /** One version with its texts. */
    public record Show(AgreementVersion version, List<Agreement> texts) implements Page {}

    /**
     * A version to be added.
     *
     * @param preview what would be added, with its digests; empty before the preview
     */
    public record New(AgreementForm form, FormErrors errors, List<Option> countries, List<Agreement> preview)
            implements Page {}
}
