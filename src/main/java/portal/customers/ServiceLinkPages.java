package portal.customers;

import java.util.List;
import java.util.Optional;
import portal.platform.web.FormErrors;
import portal.platform.web.Option;
import portal.platform.web.Page;

/** The operator's pages about admin portals. */
public final class ServiceLinkPages {
    private ServiceLinkPages() {}

    /** All of them. */
    public record ServiceLinks(List<ServiceLink> links) implements Page {}

    /**
     * One to be added or changed.
     *
     * @param known whether it is there already
     * @param stale what somebody else has saved while this form was edited; empty otherwise
     */
    public record EditServiceLink(
            ServiceLinkForm form,
            FormErrors errors,
            boolean known,
            List<Option> products,
            List<Option> clouds,
            Optional<ServiceLink> stale)
            implements Page {}
}
