package portal.demo;

import portal.platform.access.Access;
import portal.platform.web.Refusal;
import portal.platform.web.Request;
import portal.platform.web.Routes;

/** The demo's mailbox: every mail the portal sent, to whomever. */
final class MailboxRoutes {
    private final DemoMailServer mail;

    MailboxRoutes(DemoMailServer mail) {
        this.mail = mail;
    }

    void addTo(Routes routes) {
        routes.get("/demo/mailbox", Access.ANYONE, this::index);
        routes.get("/demo/mailbox/{id}", Access.ANYONE, this::show);
    }

    private void index(Request request) {
        request.page(new MailboxPages.Index(mail.mails()));
    }

    private void show(Request request) {
        DemoMailServer.Mail found = mail.find(request.path("id")).orElseThrow(Refusal::notFound);
        request.page(new MailboxPages.Show(found));
    }
}
