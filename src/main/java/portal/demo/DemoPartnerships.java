package portal.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.App;
import portal.invitations.InvitationForm;
import portal.invitations.Joint;
import portal.organizations.CustomerId;
import portal.organizations.Organization;
import portal.organizations.Organizations;
import portal.organizations.PartnerId;
import portal.partnerships.Partnership;
import portal.partnerships.Side;
import portal.partnerships.Statement;
import portal.platform.access.Visitor;
import portal.platform.database.Ids;
import portal.platform.texts.Language;
import portal.relationships.SharedCustomers;

/** The demo's providers and resellers: who works with whom, who was asked, and a joint invitation that waits. */
final class DemoPartnerships {
    private static final Duration LONG_AGO = Duration.ofDays(400);
    private static final Duration LATELY = Duration.ofDays(4);

    private final App app;
    private final Instant now;

    DemoPartnerships(App app, Instant now) {
        this.app = app;
        this.now = now;
    }

    /** Each visitor is somebody of one company of the cast. */
    void fill(Visitor provider, Visitor provider2, Visitor reseller, Visitor reseller2, Visitor dual) {
        Partnership active = accepted(reseller, asked(provider, Side.PROVIDER, reseller, LONG_AGO));
        accepted(provider2, asked(reseller, Side.RESELLER, provider2, LONG_AGO));
        asked(provider, Side.PROVIDER, reseller2, LATELY);
        asked(dual, Side.RESELLER, provider, LATELY);
        share(provider, reseller);
        invite(reseller, provider, active);
    }

    private Partnership asked(Visitor asker, Side side, Visitor other, Duration ago) {
        Organization asked = organization(other);
        return app.partnerships()
                .ask(asker, side, asked, now.minus(ago))
                .partnership()
                .orElseThrow();
    }

    private Partnership accepted(Visitor accepter, Partnership asked) {
        Instant then = asked.askedAt().plus(Duration.ofDays(1));
        app.partnerships().accept(accepter, asked, Statement.in(Language.CS), then);
        PartnerId partner = new PartnerId(accepter.home().id());
        return app.partnerships().find(partner, asked.id()).orElseThrow();
    }

    private Organization organization(Visitor visitor) {
        return app.database()
                .read(handle -> Organizations.find(handle, visitor.home().id()))
                .orElseThrow();
    }

    /** What both serve already, they serve together. */
    private void share(Visitor provider, Visitor reseller) {
        app.database().write(handle -> {
            for (UUID customer : both(handle, provider, reseller)) {
                SharedCustomers.add(
                        handle,
                        new PartnerId(provider.home().id()),
                        new PartnerId(reseller.home().id()),
                        new CustomerId(customer),
                        now.minus(LONG_AGO));
            }
            return null;
        });
    }

    private static List<UUID> both(Handle handle, Visitor provider, Visitor reseller) {
        return handle.createQuery(
                        """
                        select p.customer_id from relationship p join relationship r on r.customer_id = p.customer_id
                        where p.partner_id = :provider and p.capacity = 'indirect-provider' and p.still_open = 1
                          and r.partner_id = :reseller and r.capacity = 'indirect-reseller' and r.still_open = 1
                        """)
                .bind("provider", provider.home().id())
                .bind("reseller", reseller.home().id())
                .mapTo(UUID.class)
                .list();
    }

    private void invite(Visitor reseller, Visitor provider, Partnership partnership) {
        InvitationForm form = new InvitationForm(
                Ids.next().toString(),
                true,
                "",
                "Sklárna Harrachov s.r.o.",
                "sklarna-harrachov.example",
                "info@sklarna-harrachov.example",
                Language.CS.code(),
                "30",
                "");
        Joint joint = new Joint(partnership, organization(provider));
        app.invitations().draft(reseller, form, joint, now.minus(LATELY));
    }
}
