package portal.support;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import portal.organizations.PartnerId;
import portal.platform.access.Access;
import portal.platform.database.Database;
import portal.platform.web.Flash;
import portal.platform.web.FormErrors;
import portal.platform.web.Refusal;
import portal.platform.web.Request;
import portal.platform.web.Routes;
import portal.relationships.CustomerRecord;
import portal.relationships.CustomerRecords;

/** The Support tab of a customer, and the choice of who supports one of its subscriptions. */
public final class SupportContactRoutes {
    private static final String CHOOSE = "/customers/{id}/subscriptions/{subscription}/support-contact";
    private static final int LONGEST_SEARCH = 100;

    private final Database database;
    private final SupportContacts contacts;
    private final Runnable mailWaits;

    /**
     * Shows and chooses contacts.
     *
     * @param mailWaits told when there is mail to send
     */
    public SupportContactRoutes(Database database, SupportContacts contacts, Runnable mailWaits) {
        this.database = database;
        this.contacts = contacts;
        this.mailWaits = mailWaits;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.get("/customers/{id}/support", Access.SEE_CUSTOMERS, this::ofCustomer);
        routes.get(CHOOSE, Access.SEE_CUSTOMERS, this::choose);
        routes.post(CHOOSE, Access.DESIGNATE_SUPPORT_CONTACT, this::save);
        routes.get(CHOOSE + "/changes/{change}", Access.SEE_CUSTOMERS, this::review);
        routes.post(CHOOSE + "/changes/{change}/reversal", Access.DESIGNATE_SUPPORT_CONTACT, this::reverse);
    }

    private void ofCustomer(Request request) {
        CustomerRecord customer = customer(request);
        Optional<UUID> before = request.queryId("before");
        int most = SupportContacts.PAGE + 1;
        List<Supported> found =
                before.isPresent() ? contacts.before(customer, before.get(), most) : contacts.newest(customer, most);
        String here = customer.path() + "/support";
        if (found.isEmpty() && before.isPresent()) {
            request.redirect(here);
            return;
        }
        boolean more = found.size() > SupportContacts.PAGE;
        List<Supported> rows = more ? found.subList(0, SupportContacts.PAGE) : found;
        String next = more ? here + "?before=" + rows.get(rows.size() - 1).id() : null;
        request.page(new SupportContactPages.OfCustomer(customer, rows, before.isPresent() ? here : null, next));
    }

    private void choose(Request request) {
        CustomerRecord customer = customer(request);
        Supported subscription = contacts.find(customer, request.id("subscription"));
        show(request, 200, customer, subscription, SupportContactForm.of(subscription), new FormErrors());
    }

    private void save(Request request) {
        CustomerRecord customer = customer(request);
        request.require(Access.DESIGNATE_SUPPORT_CONTACT, customer.footing());
        Supported subscription = chosenHere(request, customer);
        SupportContactForm form = SupportContactForm.from(request.form());
        FormErrors errors = form.errors();
        if (!errors.isEmpty()) {
            show(request, 422, customer, subscription, form, errors);
            return;
        }
        Choice choice = Choice.of(subscription, form);
        answer(request, customer, choice, form, contacts.choose(request.visitor(), customer, choice, request.now()));
    }

    private void answer(
            Request request, CustomerRecord customer, Choice choice, SupportContactForm form, ChoiceOutcome outcome) {
        Supported subscription = contacts.find(customer, choice.subscription());
        FormErrors errors = new FormErrors();
        switch (outcome) {
            case DONE -> {
                mailWaits.run();
                request.redirect(changes(customer, subscription));
            }
            case UNCHANGED -> unchanged(request, customer, subscription, form);
            case STALE -> show(request, 409, customer, subscription, form, errors);
            case NOT_ELIGIBLE -> {
                errors.add("contact", "error.support-contact.not-eligible");
                show(request, 422, customer, subscription, form, errors);
            }
            case GONE -> throw Refusal.notFound();
        }
    }

    /** A form sent twice leads to what it did the first time. */
    private static void unchanged(
            Request request, CustomerRecord customer, Supported subscription, SupportContactForm form) {
        boolean again = subscription.designationId() != null && form.versionNumber() == subscription.version() - 1;
        if (again) {
            request.redirect(changes(customer, subscription));
        } else {
            request.redirect(customer.path() + "/support", Flash.note("flash.support-contact-unchanged"));
        }
    }

    private static String changes(CustomerRecord customer, Supported subscription) {
        return subscription.path(customer.id()) + "/changes/" + subscription.designationId();
    }

    private void review(Request request) {
        CustomerRecord customer = customer(request);
        Supported subscription = contacts.find(customer, request.id("subscription"));
        Designation choice = contacts.choice(subscription, request.id("change"));
        boolean reversible = choice.previousId() == null || contacts.eligible(subscription, choice.previousId());
        request.page(new SupportContactPages.Review(customer, subscription, choice, reversible));
    }

    private void reverse(Request request) {
        CustomerRecord customer = customer(request);
        request.require(Access.DESIGNATE_SUPPORT_CONTACT, customer.footing());
        Supported subscription = chosenHere(request, customer);
        Designation change = contacts.choice(subscription, request.id("change"));
        SupportContactForm form = SupportContactForm.from(request.form());
        // the choice before comes back with its agreement
        String reference = contacts.history(subscription).stream()
                .skip(1)
                .findFirst()
                .map(Designation::agreementReference)
                .orElse(null);
        Choice back = new Choice(subscription.id(), change.previousId(), reference, form.versionNumber());
        ChoiceOutcome outcome = contacts.choose(request.visitor(), customer, back, request.now());
        if (outcome == ChoiceOutcome.DONE || outcome == ChoiceOutcome.UNCHANGED) {
            mailWaits.run();
            request.redirect(customer.path() + "/support", Flash.done("flash.support-contact-back"));
            return;
        }
        answer(request, customer, back, SupportContactForm.of(subscription), outcome);
    }

    /** A subscription whose contact the visitor's partner chooses; who only supports it may look. */
    private Supported chosenHere(Request request, CustomerRecord customer) {
        Supported subscription = contacts.find(customer, request.id("subscription"));
        if (!subscription.chosenBy(customer.partnerId())) {
            throw Refusal.notAllowed("support.choose.not-yours", seller(subscription));
        }
        return subscription;
    }

    private static String seller(Supported subscription) {
        return subscription.sellerName() == null ? subscription.origin() : subscription.sellerName();
    }

    private void show(
            Request request,
            int status,
            CustomerRecord customer,
            Supported subscription,
            SupportContactForm form,
            FormErrors errors) {
        String search = request.query("q").orElse("");
        search = search.substring(0, Math.min(LONGEST_SEARCH, search.length()));
        List<Designation> history = contacts.history(subscription);
        Comparator<Candidate> eligibleFirst =
                Comparator.comparing(candidate -> !candidate.eligibility().holds());
        List<Candidate> candidates = contacts.candidates(customer, subscription, search).stream()
                .sorted(Comparator.<Candidate, Boolean>comparing(
                                candidate -> !candidate.eligibility().selling())
                        .thenComparing(eligibleFirst)
                        .thenComparing(request.texts().byLabel(Candidate::name)))
                .toList();
        request.page(
                status,
                new SupportContactPages.Choose(
                        customer,
                        subscription,
                        candidates,
                        history,
                        form.contact(),
                        form.reference(),
                        search,
                        status == 409 ? history.stream().findFirst() : Optional.empty(),
                        errors));
    }

    private CustomerRecord customer(Request request) {
        PartnerId partner = new PartnerId(request.visitor().home().id());
        UUID id = request.id("id");
        return database.read(handle -> CustomerRecords.find(handle, partner, id))
                .orElseThrow(Refusal::notFound);
    }
}
