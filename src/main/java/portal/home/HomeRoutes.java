package portal.home;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import portal.agreements.Agreement;
import portal.agreements.Agreements;
import portal.enrolment.EnrolmentEvent;
import portal.enrolment.EnrolmentState;
import portal.enrolment.Enrolments;
import portal.invitations.Receipts;
import portal.lookup.LookUps;
import portal.organizations.CustomerId;
import portal.organizations.PartnerId;
import portal.platform.access.Access;
import portal.platform.access.OrganizationKind;
import portal.platform.access.OrganizationState;
import portal.platform.access.Role;
import portal.platform.access.Visitor;
import portal.platform.database.Database;
import portal.platform.web.Page;
import portal.platform.web.Request;
import portal.platform.web.Routes;
import portal.portfolio.Attention;
import portal.portfolio.Portfolio;
import portal.portfolio.PortfolioEntry;
import portal.portfolio.PortfolioFilter;
import portal.portfolio.PortfolioOrder;
import portal.portfolio.PortfolioState;
import portal.relationships.Relationships;

/** The first page of everybody. */
public final class HomeRoutes {
    private static final int ROWS = 8;
    /** Rows that were answered or ended stand among the waiting ones for a while. */
    private static final int LOOKED_AT = 60;

    private final Database database;
    private final Portfolio portfolio;
    private final Receipts receipts;
    private final Enrolments enrolments;
    private final LookUps lookUps;

    /** Reads what the first pages show. */
    public HomeRoutes(
            Database database, Portfolio portfolio, Receipts receipts, Enrolments enrolments, LookUps lookUps) {
        this.database = database;
        this.portfolio = portfolio;
        this.receipts = receipts;
        this.enrolments = enrolments;
        this.lookUps = lookUps;
    }

    /** Adds the route. */
    public void addTo(Routes routes) {
        routes.get("/", Access.ANYONE, this::index);
    }

    private void index(Request request) {
        request.page(request.person().map(visitor -> of(visitor, request)).orElseGet(HomePages.Welcome::new));
    }

    private Page of(Visitor visitor, Request request) {
        if (visitor.is(Role.OPERATOR)) {
            return new HomePages.Operator(visitor.name(), enrolments.waiting(ROWS));
        }
        if (visitor.organization().isEmpty()) {
            return new HomePages.Unknown(visitor.name(), visitor.email(), visitor.tenantId());
        }
        Visitor.Organization home = visitor.home();
        if (visitor.of(OrganizationKind.CUSTOMER)) {
            return customer(visitor, request);
        }
        if (home.state() == OrganizationState.PENDING) {
            return waiting(home);
        }
        if (visitor.roles().isEmpty()) {
            return new HomePages.NoRole(home.name());
        }
        return visitor.isAny(EnumSet.of(Role.GLOBAL_ADMIN, Role.ADMIN_AGENT))
                ? partner(home)
                : new HomePages.Helpdesk(
                        attention(new PartnerId(home.id())), lookUps.recent(visitor, ROWS), suspended(home));
    }

    private Page waiting(Visitor.Organization home) {
        return enrolments
                .find(home.id())
                .<Page>map(enrolment -> new HomePages.Waiting(
                        home.name(),
                        enrolment.submittedAt(),
                        enrolment.state() == EnrolmentState.DECLINED
                                ? enrolments
                                        .last(home.id(), EnrolmentEvent.Kind.DECLINED)
                                        .orElse(null)
                                : null))
                .orElseGet(() -> new HomePages.NoRole(home.name()));
    }

    private HomePages.Customer customer(Visitor visitor, Request request) {
        Visitor.Organization home = visitor.home();
        CustomerId id = new CustomerId(home.id());
        boolean decides = Access.ACCEPT_AGREEMENT.refusal(visitor).isEmpty();
        String agreement = decides
                ? database.read(handle -> Agreements.askedAgain(
                                handle, id, home.country(), request.texts().language(), request.now())
                        .map(Agreement::version)
                        .orElse(null))
                : null;
        boolean reads = Access.SEE_RECEIPTS.refusal(visitor).isEmpty();
        return new HomePages.Customer(
                home.name(), partners(id), agreement, reads ? receipts.newest(id, ROWS) : List.of());
    }

    private List<HomePages.PartnerRow> partners(CustomerId customer) {
        return database.read(handle -> Relationships.of(handle, customer).stream()
                .map(relationship -> new HomePages.PartnerRow(
                        relationship.partnerName(),
                        "capacity." + relationship.capacity().code(),
                        relationship.beganAt(),
                        relationship.delegatedAdmin()))
                .toList());
    }

    private List<HomePages.HomeRow> attention(PartnerId partner) {
        return portfolio
                .newest(
                        new PortfolioFilter(
                                partner,
                                Optional.empty(),
                                Optional.of(PortfolioFilter.ATTENTION),
                                PortfolioOrder.SINCE_DOWN),
                        ROWS)
                .stream()
                .map(HomeRoutes::needing)
                .toList();
    }

    private HomePages.Partner partner(Visitor.Organization home) {
        PartnerId partner = new PartnerId(home.id());
        List<HomePages.HomeRow> attention = attention(partner);
        List<PortfolioEntry> waiting = portfolio.newest(
                new PortfolioFilter(
                        partner, Optional.of(PortfolioState.INVITED), Optional.empty(), PortfolioOrder.SINCE_DOWN),
                LOOKED_AT);
        boolean empty = attention.isEmpty()
                && waiting.isEmpty()
                && portfolio
                        .newest(
                                new PortfolioFilter(partner, Optional.empty(), Optional.empty(), PortfolioOrder.NAME),
                                1)
                        .isEmpty();
        return new HomePages.Partner(
                attention,
                waiting.stream()
                        .filter(entry -> entry.attention() == null)
                        .limit(ROWS)
                        .map(HomeRoutes::waiting)
                        .toList(),
                empty,
                suspended(home));
    }

    private EnrolmentEvent suspended(Visitor.Organization home) {
        return home.state() == OrganizationState.SUSPENDED
                ? enrolments.last(home.id(), EnrolmentEvent.Kind.SUSPENDED).orElse(null)
                : null;
    }

    private static HomePages.HomeRow needing(PortfolioEntry entry) {
        return new HomePages.HomeRow(
                entry.name(), address(entry), "attention." + entry.attention().code(), entry.since());
    }

    private static HomePages.HomeRow waiting(PortfolioEntry entry) {
        return new HomePages.HomeRow(entry.name(), address(entry), null, entry.invitedUntil());
    }

    private static String address(PortfolioEntry entry) {
        return entry.state() == PortfolioState.INVITED
                ? "/invitations/" + entry.invitationId()
                : "/customers/" + entry.id() + (entry.attention() == Attention.SUPPORT_CONTACT_LOST ? "/support" : "");
    }
}
