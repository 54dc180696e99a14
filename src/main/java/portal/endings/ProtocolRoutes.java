package portal.endings;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.organizations.Organizations;
import portal.organizations.PartnerId;
import portal.platform.access.Access;
import portal.platform.database.Database;
import portal.platform.web.Flash;
import portal.platform.web.FormErrors;
import portal.platform.web.Refusal;
import portal.platform.web.Request;
import portal.platform.web.Routes;
import portal.relationships.Grant;
import portal.relationships.Privileges;
import portal.relationships.Relationships;
import portal.relationships.Removal;
import portal.relationships.Removals;

/** What is left of a removed relationship: the protocol, the letter to the customer, and privileges to be given up. */
public final class ProtocolRoutes {
    private static final int CONFLICT = 409;

    private final Database database;
    private final Notices notices;
    private final PrivilegeEndings privileges;
    private final Runnable mailAdded;

    /**
     * Calls the verbs of notices and privileges.
     *
     * @param mailAdded told after something was put into the outbox
     */
    public ProtocolRoutes(Database database, Notices notices, PrivilegeEndings privileges, Runnable mailAdded) {
        this.database = database;
        this.notices = notices;
        this.privileges = privileges;
        this.mailAdded = mailAdded;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.get("/removals/{id}", Access.SEE_CUSTOMERS, this::show);
        routes.get("/removals/{id}/notice", Access.SEE_CUSTOMERS, this::letter);
        routes.post("/removals/{id}/notice", Access.END_RELATIONSHIP, this::save);
        routes.post("/removals/{id}/notice/deliveries", Access.END_RELATIONSHIP, this::send);
        routes.post("/removals/{id}/privileges/removal", Access.END_RELATIONSHIP, this::giveUp);
    }

    private void show(Request request) {
        List<Removal> removals = removals(request);
        TerminationNotice notice = notice(removals);
        request.page(page(removals, notice, NoticeForm.of(notice), new FormErrors(), false));
    }

    private void letter(Request request) {
        List<Removal> removals = removals(request);
        Removal removal = removals.get(0);
        TerminationNotice notice = notice(removals);
        request.page(database.read(handle -> new EndingPages.Letter(
                removal,
                notice,
                Organizations.find(handle, removal.partnerId().value()).orElseThrow(),
                Organizations.find(handle, removal.customerId().value()).orElseThrow())));
    }

    private void save(Request request) {
        List<Removal> removals = removals(request);
        NoticeForm form = NoticeForm.from(request.form());
        if (refused(request, removals, form, false)) {
            return;
        }
        answer(request, removals, form, notices.save(removals.get(0).id(), form), "flash.notice-saved");
    }

    private void send(Request request) {
        List<Removal> removals = removals(request);
        NoticeForm form = NoticeForm.from(request.form());
        if (refused(request, removals, form, true)) {
            return;
        }
        Notices.Outcome outcome = notices.send(request.visitor(), removals.get(0), form, request.now());
        if (outcome == Notices.Outcome.DONE) {
            mailAdded.run();
        }
        answer(request, removals, form, outcome, "flash.notice-sent");
    }

    private void answer(
            Request request, List<Removal> removals, NoticeForm form, Notices.Outcome outcome, String done) {
        TerminationNotice notice = notice(removals);
        boolean sent = notice.sentAt() != null;
        if (outcome == Notices.Outcome.CHANGED && !sent) {
            NoticeForm again =
                    new NoticeForm(form.subject(), form.body(), form.recipient(), String.valueOf(notice.version()));
            request.page(CONFLICT, page(removals, notice, again, new FormErrors(), true));
            return;
        }
        boolean mine = outcome == Notices.Outcome.DONE;
        Flash flash = mine ? Flash.done(done) : Flash.note("flash.notice-sent-already");
        request.redirect("/removals/" + removals.get(0).entryId(), flash);
    }

    private boolean refused(Request request, List<Removal> removals, NoticeForm form, boolean sending) {
        FormErrors errors = form.errors(sending);
        if (!errors.isEmpty()) {
            request.page(422, page(removals, notice(removals), form, errors, false));
        }
        return !errors.isEmpty();
    }

    private void giveUp(Request request) {
        Removal removal = removals(request).get(0);
        UUID grant = PrivilegeRoutes.grant(request);
        boolean ended = privileges.giveUp(request.visitor(), removal.customerId(), grant, request.now());
        mailAdded.run();
        Flash flash = ended ? Flash.done("flash.privileges-given-up") : Flash.note("flash.privileges-ended-already");
        request.redirect("/removals/" + removal.entryId(), flash);
    }

    /** All removals of the row, the last one first; 404 for what is another partner's, or was never removed. */
    private List<Removal> removals(Request request) {
        PartnerId partner = new PartnerId(request.visitor().home().id());
        UUID row = request.id("id");
        List<Removal> found = database.read(handle -> Removals.of(handle, partner, row));
        if (found.isEmpty()) {
            throw Refusal.notFound();
        }
        return found;
    }

    private TerminationNotice notice(List<Removal> removals) {
        Removal last = removals.get(0);
        return notices.find(last.partnerId(), last.id()).orElseThrow();
    }

    private EndingPages.Protocol page(
            List<Removal> removals, TerminationNotice notice, NoticeForm form, FormErrors errors, boolean changed) {
        Removal last = removals.get(0);
        Grant access = database.read(handle -> access(handle, last));
        String mailto = Letters.mailto(form.recipient(), form.subject(), form.body());
        return new EndingPages.Protocol(last.entryId(), removals, notice, form, errors, access, mailto, changed);
    }

    /** Privileges without any relationship they could stand beside. */
    private static Grant access(Handle handle, Removal removal) {
        boolean related = Relationships.partners(handle, removal.customerId()).contains(removal.partnerId());
        return related
                ? null
                : Privileges.open(handle, removal.partnerId(), removal.customerId())
                        .orElse(null);
    }
}
