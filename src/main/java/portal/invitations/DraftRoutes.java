package portal.invitations;

import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import portal.platform.access.Access;
import portal.platform.mail.Email;
import portal.platform.mail.MailFile;
import portal.platform.texts.Language;
import portal.platform.web.Flash;
import portal.platform.web.FormErrors;
import portal.platform.web.Request;
import portal.platform.web.Routes;

/** The draft e-mail: edited, checked, and brought to the customer in one of several ways. */
public final class DraftRoutes {
    private final Invitations invitations;
    private final Drafts drafts;
    private final DraftLinks links;
    private final Runnable wakePostman;

    /** Calls the verbs of the drafts; wakes the postman when there is mail. */
    public DraftRoutes(Invitations invitations, Drafts drafts, DraftLinks links, Runnable wakePostman) {
        this.invitations = invitations;
        this.drafts = drafts;
        this.links = links;
        this.wakePostman = wakePostman;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.get("/invitations/{id}/draft", Access.REQUEST_RELATIONSHIP, this::show);
        routes.get("/invitations/{id}/draft.eml", Access.REQUEST_RELATIONSHIP, this::download);
        routes.post("/invitations/{id}/draft", Access.REQUEST_RELATIONSHIP, this::save);
        routes.post("/invitations/{id}/draft/language", Access.REQUEST_RELATIONSHIP, this::startAgain);
        routes.post("/invitations/{id}/draft/copy", Access.REQUEST_RELATIONSHIP, this::copy);
        routes.post("/invitations/{id}/deliveries", Access.REQUEST_RELATIONSHIP, this::send);
        routes.post("/invitations/{id}/handover", Access.REQUEST_RELATIONSHIP, this::handOver);
    }

    private void show(Request request) {
        withLink(request, (invitation, link) -> request.page(page(request, invitation, link, false)));
    }

    private void whileOpen(Request request, Consumer<Invitation> work) {
        Invitation invitation = InvitationRoutes.invitation(request, invitations);
        if (invitation.open(request.now())) {
            work.accept(invitation);
        } else {
            closed(request, invitation);
        }
    }

    private static void closed(Request request, Invitation invitation) {
        request.redirect("/invitations/" + invitation.id(), Flash.warning("flash.invitation-closed"));
    }

    /** Goes on when it was done; else says what happened meanwhile and keeps the text. */
    private void after(
            Request request,
            Invitation invitation,
            String link,
            DraftForm form,
            Drafts.Outcome outcome,
            Runnable done) {
        switch (outcome) {
            case DONE -> done.run();
            case CLOSED -> closed(request, invitation);
            case CHANGED ->
                request.page(
                        409,
                        page(request, invitation, link, form, new FormErrors(), false)
                                .asChanged());
        }
    }

    /** Does something with the link, unless the portal does not have it any more. */
    private void withLink(Request request, BiConsumer<Invitation, String> work) {
        whileOpen(request, invitation -> links.find(request, invitation)
                .ifPresentOrElse(
                        link -> work.accept(invitation, link), () -> request.page(gone(request, invitation, null))));
    }

    private static InvitationPages.LinkGone gone(Request request, Invitation invitation, String text) {
        return new InvitationPages.LinkGone(invitation, Invitations.nameOf(invitation, request.texts()), text);
    }

    private void download(Request request) {
        withLink(request, (invitation, link) -> {
            byte[] file = drafts.file(request.visitor(), invitation, link, request.now());
            request.download("invitation-" + Invitations.nameOf(invitation) + ".eml", MailFile.CONTENT_TYPE, file);
        });
    }

    private void save(Request request) {
        changing(request, (invitation, link, form) -> {
            Drafts.Outcome outcome = drafts.save(request.visitor(), invitation, form, request.now());
            after(
                    request,
                    invitation,
                    link,
                    form,
                    outcome,
                    () -> request.redirect(draftOf(invitation), Flash.done("flash.draft-saved")));
        });
    }

    private void startAgain(Request request) {
        whileOpen(request, invitation -> {
            Language language = Language.of(request.form().line("language")).orElse(invitation.language());
            if (drafts.startAgain(request.visitor(), invitation, language, request.now()) == Drafts.Outcome.DONE) {
                request.redirect(draftOf(invitation), Flash.done("flash.draft-language", language.ownName()));
            } else {
                closed(request, invitation);
            }
        });
    }

    private void copy(Request request) {
        changing(request, (invitation, link, form) -> {
            Drafts.Outcome outcome = drafts.save(request.visitor(), invitation, form, request.now());
            after(request, invitation, link, form, outcome, () -> request.page(page(request, invitation, link, true)));
        });
    }

    private void send(Request request) {
        changing(request, (invitation, link, form) -> {
            if (invitation.email() == null) {
                request.redirect(draftOf(invitation), Flash.warning("flash.no-address"));
                return;
            }
            Drafts.Outcome outcome = drafts.send(request.visitor(), invitation, form, link, request.now());
            wakePostman.run();
            after(
                    request,
                    invitation,
                    link,
                    form,
                    outcome,
                    () -> request.redirect(
                            "/invitations/" + invitation.id(),
                            Flash.done("flash.invitation-sent", invitation.email())));
        });
    }

    private void handOver(Request request) {
        whileOpen(request, invitation -> {
            if (drafts.handOver(request.visitor(), invitation, request.now()) == Drafts.Outcome.DONE) {
                request.redirect("/invitations/" + invitation.id(), Flash.done("flash.invitation-handed-over"));
            } else {
                closed(request, invitation);
            }
        });
    }

    /** What is done with a text. */
    @FunctionalInterface
    private interface Work {
        void accept(Invitation invitation, String link, DraftForm form);
    }

    /** Does something with the text that was sent, unless it needs another look or the invitation is closed. */
    private void changing(Request request, Work work) {
        whileOpen(request, invitation -> {
            String text = request.form().text("body");
            links.find(request, invitation, text)
                    .ifPresentOrElse(
                            link -> changing(request, invitation, link, work),
                            () -> request.page(422, gone(request, invitation, text)));
        });
    }

    private void changing(Request request, Invitation invitation, String link, Work work) {
        DraftForm form = DraftForm.from(request.form(), link);
        FormErrors errors = form.errors(link.substring(link.lastIndexOf('/') + 1));
        if (errors.isEmpty()) {
            work.accept(invitation, link, form);
        } else {
            request.page(422, page(request, invitation, link, form, errors, false));
        }
    }

    private InvitationPages.Draft page(Request request, Invitation invitation, String link, boolean copying) {
        Draft draft = drafts.find(invitation.id());
        DraftForm form =
                new DraftForm(draft.language().code(), draft.subject(), draft.body(), OptionalInt.of(draft.version()));
        return page(request, invitation, link, form, new FormErrors(), copying);
    }

    private InvitationPages.Draft page(
            Request request, Invitation invitation, String link, DraftForm form, FormErrors errors, boolean copying) {
        Draft saved = drafts.find(invitation.id());
        String full =
                Mailto.address(invitation.email(), saved.subject(), saved.body().replace(Email.LINK, link));
        boolean shortened = full.length() > Mailto.LONGEST;
        String text = shortened ? drafts.shortText(invitation, request.visitor(), saved.language()) : "";
        String mailto =
                shortened ? shortMailto(invitation, saved.subject(), text.replace(Email.LINK, link), link) : full;
        return new InvitationPages.Draft(
                invitation,
                form,
                errors,
                saved.savedAt(),
                saved.version(),
                link,
                mailto,
                full.length(),
                shortened,
                copying,
                false);
    }

    /** Long names may make even the short text too long; then there is room for the link alone. */
    private static String shortMailto(Invitation invitation, String subject, String text, String link) {
        String mailto = Mailto.address(invitation.email(), subject, text);
        return mailto.length() <= Mailto.LONGEST ? mailto : Mailto.address(invitation.email(), "", link);
    }

    private static String draftOf(Invitation invitation) {
        return "/invitations/" + invitation.id() + "/draft";
    }
}
