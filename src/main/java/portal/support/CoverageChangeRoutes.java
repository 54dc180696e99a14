package portal.support;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import portal.organizations.PartnerId;
import portal.platform.access.Access;
import portal.platform.web.Flash;
import portal.platform.web.Form;
import portal.platform.web.FormErrors;
import portal.platform.web.Request;
import portal.platform.web.Routes;

/** Changes the contact of many subscriptions at once, from the coverage board. */
public final class CoverageChangeRoutes {
    /** What the form says for each one's own seller. */
    static final String SELLER = "seller";

    private static final int PAGE = 50;
    private static final int LONGEST_REFERENCE = 100;

    private final CoverageRoutes board;
    private final CoverageChanges changes;
    private final Runnable mailWaits;

    /**
     * Makes and carries out changes.
     *
     * @param mailWaits told when there is mail to send
     */
    public CoverageChangeRoutes(CoverageRoutes board, CoverageChanges changes, Runnable mailWaits) {
        this.board = board;
        this.changes = changes;
        this.mailWaits = mailWaits;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.post("/support-coverage/changes", Access.DESIGNATE_SUPPORT_CONTACT, this::begin);
        routes.get("/support-coverage/changes/{id}", Access.DESIGNATE_SUPPORT_CONTACT, this::show);
        routes.post("/support-coverage/changes/{id}/confirmation", Access.DESIGNATE_SUPPORT_CONTACT, this::confirm);
    }

    private void begin(Request request) {
        Form form = request.form();
        CoverageAddress address = CoverageAddress.from(Map.of("q", form.line("q"), "state", form.line("state")));
        List<UUID> picked = form.ticked("all") ? board.all(partner(request), address) : ids(form.all("pick"));
        Optional<UUID> change = changes.begin(request.visitor(), picked, request.now());
        if (change.isEmpty()) {
            request.redirect(address.first(), Flash.warning("flash.support-nothing-picked"));
            return;
        }
        request.redirect("/support-coverage/changes/" + change.get());
    }

    private static List<UUID> ids(List<String> sent) {
        List<UUID> ids = new ArrayList<>();
        for (String value : sent.subList(0, Math.min(sent.size(), CoverageChanges.MOST))) {
            try {
                ids.add(UUID.fromString(value));
            } catch (IllegalArgumentException none) {
                // what is no id names no subscription
            }
        }
        return ids;
    }

    private void show(Request request) {
        CoverageChange change = changes.find(partner(request), request.id("id"));
        String asked = request.query("contact").orElse(null);
        page(request, 200, change, asked, request.query("reference").orElse(""), new FormErrors());
    }

    private void confirm(Request request) {
        CoverageChange change = changes.find(partner(request), request.id("id"));
        Form form = request.form();
        String contact = form.line("contact");
        String reference = form.line("reference");
        FormErrors errors = new FormErrors();
        errors.text("reference", reference, LONGEST_REFERENCE);
        if (change.open() && !offered(request, change, contact)) {
            errors.add("contact", "error.support-contact");
        }
        if (!errors.isEmpty()) {
            page(request, 422, change, null, reference, errors);
            return;
        }
        UUID wanted = change.open() ? organization(contact) : change.contactId();
        changes.carryOut(request.visitor(), change, wanted, reference.isEmpty() ? null : reference, request.now());
        mailWaits.run();
        request.redirect("/support-coverage/changes/" + change.id());
    }

    private boolean offered(Request request, CoverageChange change, String contact) {
        return contact.equals(SELLER)
                || changes.offers(change, partner(request)).stream()
                        .anyMatch(offer -> offer.id().toString().equals(contact));
    }

    private static UUID organization(String contact) {
        return contact.equals(SELLER) ? null : UUID.fromString(contact);
    }

    private void page(
            Request request, int status, CoverageChange change, String asked, String reference, FormErrors errors) {
        boolean known = asked != null && offered(request, change, asked);
        String confirmed = change.contactId() == null ? SELLER : String.valueOf(change.contactId());
        String wanted = change.open() ? (known ? asked : null) : confirmed;
        UUID contact = wanted == null ? null : organization(wanted);
        List<CoverageChangeRow> rows = changes.rows(change, contact);
        int from = from(request, rows.size());
        String query = change.open() ? "?contact=" + wanted + "&from=" : "?from=";
        request.page(
                status,
                new CoverageChangePages.CoverageChange(
                        change.id(),
                        rows.size(),
                        change.open() ? lines(request, change, rows.size()) : List.of(),
                        wanted,
                        contact,
                        change.open() ? reference : change.agreementReference(),
                        rows.subList(from, Math.min(rows.size(), from + PAGE)),
                        sums(rows, contact),
                        change.open(),
                        change.done(),
                        from == 0 ? null : query + Math.max(0, from - PAGE),
                        from + PAGE >= rows.size() ? null : query + (from + PAGE),
                        errors));
    }

    private static int from(Request request, int rows) {
        String from =
                request.query("from").filter(sent -> sent.matches("\\d{1,4}")).orElse("0");
        return Math.min(Integer.parseInt(from), Math.max(0, rows - 1));
    }

    private List<CoverageChangePages.Line> lines(Request request, CoverageChange change, int total) {
        List<CoverageChangePages.Line> lines = new ArrayList<>();
        lines.add(new CoverageChangePages.Line(SELLER, null, total));
        changes.offers(change, partner(request))
                .forEach(offer ->
                        lines.add(new CoverageChangePages.Line(offer.id().toString(), offer.name(), offer.eligible())));
        return lines;
    }

    private static List<CoverageChangePages.Sum> sums(List<CoverageChangeRow> rows, UUID contact) {
        return Arrays.stream(ChoiceOutcome.values())
                .map(outcome -> new CoverageChangePages.Sum(
                        outcome,
                        rows.stream()
                                .filter(row -> row.outcome(contact) == outcome)
                                .count()))
                .filter(sum -> sum.count() > 0)
                .toList();
    }

    private static PartnerId partner(Request request) {
        return new PartnerId(request.visitor().home().id());
    }
}
