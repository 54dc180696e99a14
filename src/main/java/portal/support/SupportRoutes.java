package portal.support;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import portal.organizations.CustomerId;
import portal.platform.access.Access;
import portal.platform.access.Visitor;
import portal.platform.web.Request;
import portal.platform.web.Routes;

/** The page on which everybody of a customer sees whom to ask. */
public final class SupportRoutes {
    private static final int MOST = 500;

    private final SupportContacts contacts;

    /** Shows contacts. */
    public SupportRoutes(SupportContacts contacts) {
        this.contacts = contacts;
    }

    /** Adds the route. */
    public void addTo(Routes routes) {
        routes.get("/support", Access.SEE_SUPPORT, this::show);
    }

    private void show(Request request) {
        Visitor.Organization home = request.visitor().home();
        List<SupportedProduct> found = contacts.products(new CustomerId(home.id()), MOST + 1);
        boolean more = found.size() > MOST;
        request.page(new SupportPages.Support(home.name(), lines(more ? found.subList(0, MOST) : found), more));
    }

    /** One line per contact, in the order of its first product; where nobody acts, per place of purchase. */
    private static List<SupportPages.Line> lines(List<SupportedProduct> found) {
        Map<String, List<SupportedProduct>> grouped = new LinkedHashMap<>();
        for (SupportedProduct product : found) {
            Contact acting = product.acting();
            String key = acting == null ? product.origin() : acting.id().toString();
            grouped.computeIfAbsent(key, unused -> new ArrayList<>()).add(product);
        }
        return grouped.values().stream()
                .map(same -> new SupportPages.Line(
                        same.stream()
                                .map(SupportedProduct::productName)
                                .distinct()
                                .toList(),
                        same.get(0).acting(),
                        same.get(0).origin()))
                .toList();
    }
}
