package portal.invitations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import portal.organizations.Organization;
import portal.organizations.Organizations;
import portal.organizations.PartnerId;
import portal.platform.Config;
import portal.platform.access.Access;
import portal.platform.access.Visitor;
import portal.platform.mail.Email;
import portal.platform.texts.Language;
import portal.platform.web.Flash;
import portal.platform.web.FormErrors;
import portal.platform.web.Refusal;
import portal.platform.web.Request;
import portal.platform.web.Routes;

/** A partner says what its drafts start from, language by language. */
public final class TemplateRoutes {
    private static final String PATH = "/settings/templates";
    private static final int CONFLICT = 409;

    private final Config config;
    private final Templates templates;
    private final Organizations organizations;

    /** Calls the verbs of the templates. */
    public TemplateRoutes(Config config, Templates templates, Organizations organizations) {
        this.config = config;
        this.templates = templates;
        this.organizations = organizations;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.get(PATH, Access.SEE_CUSTOMERS, this::index);
        routes.get(PATH + "/{language}", Access.SEE_CUSTOMERS, this::show);
        routes.post(PATH + "/{language}/texts", Access.EDIT_TEMPLATES, this::save);
        routes.post(PATH + "/{language}/preview", Access.EDIT_TEMPLATES, this::preview);
        routes.post(PATH + "/{language}/removal", Access.EDIT_TEMPLATES, this::remove);
    }

    private void index(Request request) {
        Map<Language, OwnTemplate> own = templates.all(partner(request)).stream()
                .collect(Collectors.toMap(OwnTemplate::language, template -> template));
        List<TemplatePages.Row> rows = Stream.of(Language.values())
                .map(language -> row(language, own.get(language)))
                .toList();
        request.page(new TemplatePages.Templates(rows));
    }

    private static TemplatePages.Row row(Language language, OwnTemplate own) {
        return own == null
                ? new TemplatePages.Row(language, null, null)
                : new TemplatePages.Row(language, own.savedBy(), own.savedAt());
    }

    private void show(Request request) {
        Language language = language(request);
        OwnTemplate own = own(request);
        TemplateForm form = own == null
                ? TemplateForm.of(TemplateText.portals(language), Templates.NONE)
                : TemplateForm.of(own.text(), own.version());
        request.page(new TemplatePages.Template(language, form, new FormErrors(), own, List.of(), false));
    }

    private void save(Request request) {
        Language language = language(request);
        TemplateForm form = TemplateForm.from(request.form());
        if (refused(request, form)) {
            return;
        }
        if (templates.save(request.visitor(), form.text(language), form.knownVersion(), request.now())) {
            request.redirect(PATH, Flash.done("flash.template-saved", language.ownName()));
            return;
        }
        OwnTemplate own = own(request);
        TemplateForm again = form.knowing(own == null ? Templates.NONE : own.version());
        request.page(CONFLICT, new TemplatePages.Template(language, again, new FormErrors(), own, List.of(), true));
    }

    private void preview(Request request) {
        TemplateForm form = TemplateForm.from(request.form());
        if (refused(request, form)) {
            return;
        }
        Language language = language(request);
        List<TemplatePages.Example> examples = examples(request, form.text(language));
        request.page(new TemplatePages.Template(language, form, new FormErrors(), own(request), examples, false));
    }

    private void remove(Request request) {
        Language language = language(request);
        int version = TemplateForm.from(request.form()).knownVersion();
        boolean removed = templates.remove(request.visitor(), language, version, request.now());
        if (removed || own(request) == null) {
            request.redirect(PATH, Flash.done("flash.template-removed", language.ownName()));
        } else {
            request.redirect(PATH + "/" + language.code(), Flash.warning("flash.template-changed"));
        }
    }

    /** Whether the form needs another look, which was answered. */
    private boolean refused(Request request, TemplateForm form) {
        FormErrors errors = form.errors();
        if (!errors.isEmpty()) {
            request.page(
                    422, new TemplatePages.Template(language(request), form, errors, own(request), List.of(), false));
        }
        return !errors.isEmpty();
    }

    /** The texts as a made-up company would get them. */
    private List<TemplatePages.Example> examples(Request request, TemplateText text) {
        Visitor visitor = request.visitor();
        Organization partner = organizations.find(visitor.home().id()).orElseThrow();
        String company = request.texts().text("settings.templates.example");
        Instant until = request.now().plus(Duration.ofDays(InvitationForm.DEFAULT_DAYS));
        DraftTemplate full = DraftTemplate.of(text, company, until, partner, visitor, true);
        DraftTemplate less = DraftTemplate.of(text, company, until, partner, visitor, false);
        String link = config.portalUrl(visitor.home().cloud().portal()) + "/invitations/" + "A".repeat(43);
        return List.of(
                example("body", full.subject(), full.body().replace(Email.LINK, link)),
                example("body-relationship-only", less.subject(), less.body().replace(Email.LINK, link)),
                example("short-body", full.subject(), full.shortBody().replace(Email.LINK, link)));
    }

    private static TemplatePages.Example example(String field, String subject, String text) {
        int length = Mailto.address(null, subject, text).length();
        return new TemplatePages.Example(field, subject, text, length);
    }

    private OwnTemplate own(Request request) {
        return templates.find(partner(request), language(request)).orElse(null);
    }

    private static PartnerId partner(Request request) {
        return new PartnerId(request.visitor().home().id());
    }

    private static Language language(Request request) {
        return Language.of(request.path("language")).orElseThrow(Refusal::notFound);
    }
}
