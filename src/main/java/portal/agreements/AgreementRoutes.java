package portal.agreements;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import portal.organizations.Organizations;
import portal.platform.access.Access;
import portal.platform.database.Ids;
import portal.platform.texts.Texts;
import portal.platform.web.Flash;
import portal.platform.web.FormErrors;
import portal.platform.web.Option;
import portal.platform.web.Refusal;
import portal.platform.web.Request;
import portal.platform.web.Routes;

/** The operator adds versions of the customer agreement. */
public final class AgreementRoutes {
    private static final String ID = "[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}";

    private final AgreementVersions versions;
    private final Organizations organizations;

    /** Calls the verbs of the versions. */
    public AgreementRoutes(AgreementVersions versions, Organizations organizations) {
        this.versions = versions;
        this.organizations = organizations;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.get("/agreements", Access.OPERATE, request -> request.page(new AgreementPages.Index(versions.all())));
        routes.get("/agreements/new", Access.OPERATE, this::newForm);
        routes.post("/agreements", Access.OPERATE, this::add);
        routes.get("/agreements/{id}", Access.OPERATE, this::show);
    }

    private void newForm(Request request) {
        AgreementForm form = AgreementForm.empty(Ids.next(), today(request));
        request.page(page(request.texts(), form, new FormErrors(), List.of()));
    }

    private void show(Request request) {
        UUID id = request.id("id");
        AgreementVersion version = versions.find(id).orElseThrow(Refusal::notFound);
        request.page(new AgreementPages.Show(version, versions.texts(id)));
    }

    /** The first press shows the preview, the second, with nothing changed meanwhile, adds it. */
    private void add(Request request) {
        AgreementForm form = AgreementForm.from(request.form());
        if (!form.id().matches(ID)) {
            throw Refusal.of(Refusal.Reason.BAD_REQUEST);
        }
        FormErrors errors = form.errors(today(request), organizations.countries());
        if (!errors.isEmpty()) {
            request.page(422, page(request.texts(), form, errors, List.of()));
        } else if (!form.seen().equals(form.fingerprint())) {
            request.page(page(request.texts(), form, errors, form.agreements()));
        } else if (versions.add(request.visitor(), form, request.now())) {
            request.redirect("/agreements/" + form.id(), Flash.done("flash.agreement-added", form.version()));
        } else {
            errors.add("version", "error.agreement.taken", form.version());
            request.page(422, page(request.texts(), form, errors, List.of()));
        }
    }

    private static LocalDate today(Request request) {
        return LocalDate.ofInstant(request.now(), request.zone());
    }

    private AgreementPages.New page(Texts texts, AgreementForm form, FormErrors errors, List<Agreement> preview) {
        List<Option> countries = new ArrayList<>();
        countries.add(Option.of(
                Agreement.EVERY_COUNTRY,
                texts.text("agreements.new.every-country"),
                form.country().equals(Agreement.EVERY_COUNTRY)));
        organizations.countries().stream()
                .map(code -> Option.of(code, texts.country(code), code.equals(form.country())))
                .sorted(texts.byLabel(Option::label))
                .forEach(countries::add);
        return new AgreementPages.New(form, errors, countries, preview);
    }
}
