package portal.customers;

import java.util.List;
import portal.platform.web.FormErrors;
import portal.platform.web.Page;
import portal.relationships.CustomerRecord;

/** The services of one customer. */
public final class ServicePages {
    private ServicePages() {}

    /**
     * Its admin portals, and the service requests opened for it.
     *
     * @param phone of the operator's service; empty for none
     * @param first whether the newest requests are among these
     * @param older address of older requests; null when there are none
     */
    public record Services(
            CustomerRecord customer,
            List<ServiceLink> links,
            String phone,
            List<ServiceRequest> requests,
            boolean first,
            String older,
            ServiceRequestForm form,
            FormErrors errors)
            implements Page {}
}
