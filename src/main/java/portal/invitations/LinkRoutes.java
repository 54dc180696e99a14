package portal.invitations;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import portal.platform.Config;
import portal.platform.access.Access;
import portal.platform.access.Visitor;
import portal.platform.texts.Texts;
import portal.platform.web.Flash;
import portal.platform.web.FormErrors;
import portal.platform.web.Request;
import portal.platform.web.Routes;

/**
 * What one who holds a link can do besides answering: ask, say who should be asked instead, hand the link over, ask for a
 * new one, ask to be let in. The routes stand open as the link does; the visit tells who may do what.
 */
public final class LinkRoutes {
    private static final int MESSAGES = 5;
    private static final Duration PERIOD = Duration.ofMinutes(10);

    private final Config config;
    private final AcceptanceRoutes links;
    private final Messages messages;
    private final Handovers handovers;
    private final Runnable wakePostman;

    /** Finds the visit as the link itself does; wakes the postman when there is mail. */
    public LinkRoutes(
            Config config, AcceptanceRoutes links, Messages messages, Handovers handovers, Runnable wakePostman) {
        this.config = config;
        this.links = links;
        this.messages = messages;
        this.handovers = handovers;
        this.wakePostman = wakePostman;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        String path = AcceptanceRoutes.PATH;
        routes.get(path + "/question", Access.ANYONE, request -> form(request, MessageKind.QUESTION));
        routes.post(path + "/question", Access.ANYONE, request -> write(request, MessageKind.QUESTION));
        routes.get(path + "/not-administrator", Access.ANYONE, request -> form(request, MessageKind.NOT_ADMINISTRATOR));
        routes.post(
                path + "/not-administrator", Access.ANYONE, request -> write(request, MessageKind.NOT_ADMINISTRATOR));
        routes.get(path + "/new-link", Access.ANYONE, request -> form(request, MessageKind.NEW_LINK));
        routes.post(path + "/new-link", Access.ANYONE, request -> write(request, MessageKind.NEW_LINK));
        routes.post(path + "/release-request", Access.SIGNED_IN, this::askRelease);
        // open to all, so that no secret address goes through the query of a sign-in
        routes.get(path + "/handover", Access.ANYONE, this::handOverForm);
        routes.post(path + "/handover", Access.SIGNED_IN, this::handOver);
    }

    private void form(Request request, MessageKind kind) {
        offering(request, kind, visit -> {
            MessageForm form = MessageForm.of(request.person());
            page(request, 200, kind, visit, form, new FormErrors());
        });
    }

    private void write(Request request, MessageKind kind) {
        offering(request, kind, visit -> {
            MessageForm form = MessageForm.from(request.form());
            FormErrors errors = form.errors(kind);
            if (errors.isEmpty()) {
                send(request, kind, form, visit);
            } else {
                page(request, 422, kind, visit, form, errors);
            }
        });
    }

    private void askRelease(Request request) {
        MessageForm nothing = new MessageForm("", "", "");
        offering(request, MessageKind.RELEASE, visit -> send(request, MessageKind.RELEASE, nothing, visit));
    }

    /** Where it is not offered, the link itself says how things stand. */
    private void offering(Request request, MessageKind kind, Consumer<Visit> work) {
        links.visit(request).ifPresent(visit -> {
            if (kind.offered(visit, request.person(), request.now())) {
                work.accept(visit);
            } else {
                links.answer(request, visit);
            }
        });
    }

    private static void page(
            Request request, int status, MessageKind kind, Visit visit, MessageForm form, FormErrors errors) {
        String path = AcceptanceRoutes.linkPath(request);
        request.page(
                status,
                kind == MessageKind.NEW_LINK
                        ? new LinkPages.NewLink(path, form, errors)
                        : new LinkPages.Write(path, kind, visit.invitation(), visit.asking(), form, errors));
    }

    private void send(Request request, MessageKind kind, MessageForm form, Visit visit) {
        request.limits().count("message", request.ip(), MESSAGES, PERIOD);
        Messages.Written written =
                new Messages.Written(kind, form.noteFor(kind), form.reach(), request.person(), request.ip());
        boolean said =
                messages.write(request.path("secret"), written, request.texts().language(), request.now());
        if (said) {
            wakePostman.run();
        }
        if (kind == MessageKind.NEW_LINK) {
            request.redirect(AcceptanceRoutes.linkPath(request), Flash.note("flash.message-new-link"));
        } else if (said) {
            String partner = visit.invitingPartner().legalName();
            request.redirect(AcceptanceRoutes.linkPath(request), Flash.done("flash.message-" + kind.code(), partner));
        } else {
            request.redirect(AcceptanceRoutes.linkPath(request));
        }
    }

    private void handOverForm(Request request) {
        handingOver(
                request,
                visit -> request.page(new LinkPages.HandOver(
                        AcceptanceRoutes.linkPath(request),
                        visit.invitation(),
                        visit.asking(),
                        handovers.newSecret(visit.invitation()))));
    }

    private void handingOver(Request request, Consumer<Visit> work) {
        Optional<Visit> visit = links.visit(request);
        if (visit.isEmpty()) {
            return;
        }
        if (visit.get().verdict() == Verdict.NOT_GLOBAL_ADMIN) {
            work.accept(visit.get());
        } else {
            links.answer(request, visit.get());
        }
    }

    private void handOver(Request request) {
        handingOver(request, visit -> {
            String secret = handovers.secret(visit.invitation(), request.form().line("secret"));
            Handovers.Outcome outcome = handovers.make(
                    request.visitor(),
                    request.path("secret"),
                    secret,
                    request.texts().language(),
                    request.now());
            if (outcome == Handovers.Outcome.MADE) {
                request.page(handedOver(request, visit, secret));
            } else if (outcome == Handovers.Outcome.TOO_MANY) {
                request.redirect(AcceptanceRoutes.linkPath(request), Flash.warning("flash.handed-over-too-often"));
            } else {
                request.redirect(AcceptanceRoutes.linkPath(request));
            }
        });
    }

    private LinkPages.HandedOver handedOver(Request request, Visit visit, String secret) {
        Invitation invitation = visit.invitation();
        Visitor visitor = request.visitor();
        Texts texts = request.texts();
        String partner = visit.invitingPartner().legalName();
        String link = config.portalUrl(invitation.cloud().portal()) + "/invitations/" + secret;
        String until = texts.longDate(invitation.expiresAt(), request.zone());
        return new LinkPages.HandedOver(
                AcceptanceRoutes.linkPath(request),
                invitation,
                visit.asking(),
                link,
                texts.text("invitations.handover.subject", partner),
                texts.text("invitations.handover.text", partner, link, until, visitor.name()));
    }
}
