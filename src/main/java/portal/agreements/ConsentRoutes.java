package portal.agreements;

import java.util.Optional;
import portal.platform.access.Access;
import portal.platform.web.Flash;
import portal.platform.web.Form;
import portal.platform.web.FormErrors;
import portal.platform.web.Request;
import portal.platform.web.Routes;

/** The customer agreement, asked again when a newer version has to be accepted. */
public final class ConsentRoutes {
    private final Consents consents;

    /** Calls the verbs of the consent. */
    public ConsentRoutes(Consents consents) {
        this.consents = consents;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.get("/agreement", Access.ACCEPT_AGREEMENT, this::show);
        routes.post("/agreement/acceptance", Access.ACCEPT_AGREEMENT, this::accept);
    }

    private void show(Request request) {
        Optional<Agreement> asked = asked(request);
        if (asked.isPresent()) {
            ConsentForm form = ConsentForm.of(request.visitor());
            request.page(page(request, asked.get(), form, new FormErrors(), false));
        } else {
            request.page(new ConsentPages.Nothing(consents.last(request.visitor())));
        }
    }

    private Optional<Agreement> asked(Request request) {
        return consents.asked(request.visitor(), request.texts().language(), request.now());
    }

    private ConsentPages.Ask page(
            Request request, Agreement agreement, ConsentForm form, FormErrors errors, boolean changed) {
        return new ConsentPages.Ask(
                agreement,
                consents.last(request.visitor()),
                request.visitor().home().name(),
                form,
                errors,
                changed);
    }

    private void accept(Request request) {
        Optional<Agreement> asked = asked(request);
        if (asked.isEmpty()) {
            request.redirect("/", Flash.note("flash.agreement-accepted-already"));
            return;
        }
        Form sent = request.form();
        ConsentForm form = ConsentForm.from(sent);
        if (!shown(asked.get(), sent)) {
            request.page(409, page(request, asked.get(), form, new FormErrors(), true));
            return;
        }
        FormErrors errors = form.errors();
        if (!errors.isEmpty()) {
            request.page(422, page(request, asked.get(), form, errors, false));
            return;
        }
        Agreements.Press press = new Agreements.Press(request.ip(), request.userAgent(), request.id());
        boolean now = consents.accept(request.visitor(), asked.get(), form.contact(), press, request.now());
        String flash = now ? "flash.agreement-accepted" : "flash.agreement-accepted-already";
        request.redirect("/", now ? Flash.done(flash, asked.get().version()) : Flash.note(flash));
    }

    /** Whether the button stood under this very text: same version, same language. */
    private static boolean shown(Agreement agreement, Form sent) {
        return sent.line("agreement").equals(agreement.id().toString())
                && sent.line("text").equals(agreement.fingerprint());
    }
}
