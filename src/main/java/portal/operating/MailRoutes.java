package portal.operating;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.activity.Action;
import portal.activity.Activity;
import portal.platform.access.Access;
import portal.platform.database.Database;
import portal.platform.mail.Outbox;
import portal.platform.mail.StuckMail;
import portal.platform.web.Flash;
import portal.platform.web.Request;
import portal.platform.web.Routes;

/** The operator looks after mail that was refused or has been tried many times. */
public final class MailRoutes {
    private static final String PATH = "/mail";
    private static final int PAGE = 50;
    private static final UUID END = new UUID(-1, -1);

    private final Database database;
    private final Runnable mailDue;

    /**
     * Changes the outbox.
     *
     * @param mailDue told after a mail is due again
     */
    public MailRoutes(Database database, Runnable mailDue) {
        this.database = database;
        this.mailDue = mailDue;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.get(PATH, Access.OPERATE, this::index);
        routes.post(PATH + "/{mail}/attempts", Access.OPERATE, this::retry);
        routes.post(PATH + "/{mail}/withdrawal", Access.OPERATE, this::giveUp);
    }

    private void index(Request request) {
        Optional<UUID> before = request.queryId("before");
        List<StuckMail> found = database.read(handle -> Outbox.stuck(handle, before.orElse(END), PAGE + 1));
        boolean more = found.size() > PAGE;
        List<StuckMail> mails = more ? found.subList(0, PAGE) : found;
        String older = more ? PATH + "?before=" + mails.get(PAGE - 1).id() : null;
        request.page(new OperatingPages.StuckMails(mails, before.isEmpty(), older));
    }

    private void retry(Request request) {
        boolean due = change(request, Action.MAIL_RETRIED, Outbox::retry);
        if (due) {
            mailDue.run();
        }
        request.redirect(PATH, due ? Flash.done("flash.mail-retried") : Flash.note("flash.mail-not-stuck"));
    }

    private void giveUp(Request request) {
        boolean given = change(request, Action.MAIL_GIVEN_UP, Outbox::giveUp);
        request.redirect(PATH, given ? Flash.done("flash.mail-given-up") : Flash.note("flash.mail-not-stuck"));
    }

    private interface Change {
        boolean make(Handle handle, UUID mail, Instant now);
    }

    private boolean change(Request request, Action action, Change change) {
        UUID id = request.id("mail");
        UUID operator = request.visitor().tenantId();
        return database.write(handle -> {
            Optional<StuckMail> mail = Outbox.stuck(handle, id);
            if (mail.isEmpty() || !change.make(handle, id, request.now())) {
                return false;
            }
            Activity.of(action, request.visitor().personId(), null, mail.get().kind())
                    .log(handle, operator, request.now());
            return true;
        });
    }
}
