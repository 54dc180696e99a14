package portal.signin;

import java.util.List;
import java.util.stream.Stream;
import portal.organizations.Organization;
import portal.organizations.Organizations;
import portal.platform.access.Access;
import portal.platform.access.Visitor;
import portal.platform.texts.Language;
import portal.platform.texts.Texts;
import portal.platform.web.Cookies;
import portal.platform.web.Flash;
import portal.platform.web.FormErrors;
import portal.platform.web.Option;
import portal.platform.web.Request;
import portal.platform.web.Routes;
import portal.platform.web.TimeZones;

/** Everybody who is signed in chooses language, time zone and appearance for himself. */
public final class PreferenceRoutes {
    private static final String PATH = "/settings/preferences";

    private final Persons persons;
    private final Organizations organizations;

    /** Keeps what people choose. */
    public PreferenceRoutes(Persons persons, Organizations organizations) {
        this.persons = persons;
        this.organizations = organizations;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.get(PATH, Access.SIGNED_IN, this::show);
        routes.post(PATH, Access.SIGNED_IN, this::choose);
    }

    private void show(Request request) {
        Visitor visitor = request.visitor();
        Person person = persons.find(visitor.personId()).orElseThrow();
        PreferenceForm form = new PreferenceForm(
                visitor.language().map(Language::code).orElse(""),
                person.timeZone() == null ? "" : person.timeZone(),
                visitor.theme() == null ? "system" : visitor.theme());
        request.page(page(request, form, new FormErrors()));
    }

    private void choose(Request request) {
        PreferenceForm form = PreferenceForm.from(request.form());
        FormErrors errors = form.errors();
        if (!errors.isEmpty()) {
            request.page(422, page(request, form, errors));
            return;
        }
        String zone = form.timeZone().isEmpty() ? null : form.timeZone();
        Language language = Language.of(form.language()).orElse(null);
        persons.choose(request.visitor().personId(), language, form.theme(), zone);
        remember(request, form);
        request.redirect(PATH, Flash.done("flash.preferences-saved"));
    }

    /** For the pages before the next sign-in. */
    private static void remember(Request request, PreferenceForm form) {
        if (form.language().isEmpty()) {
            request.removeCookie(Cookies.LANGUAGE);
        } else {
            request.remember(Cookies.LANGUAGE, form.language());
        }
        request.remember(Cookies.THEME, form.theme());
    }

    private PreferencePages.Preferences page(Request request, PreferenceForm form, FormErrors errors) {
        Texts texts = request.texts();
        Option browsers = Option.of("", texts.text("signin.preferences.language.browser"), false);
        Option organizations =
                Option.of("", texts.text("signin.preferences.time-zone.organization", zone(request)), false);
        return new PreferencePages.Preferences(
                with(browsers, Option.languages(Language.of(form.language()).orElse(null))),
                with(organizations, TimeZones.options(texts, form.timeZone(), request.now())),
                form.theme(),
                errors);
    }

    /** The organization's zone, whatever the person's own is. */
    private String zone(Request request) {
        Visitor visitor = request.visitor();
        return organizations
                .find(visitor.tenantId())
                .map(Organization::timeZone)
                .orElse(visitor.zone().getId());
    }

    private static List<Option> with(Option none, List<Option> all) {
        return Stream.concat(Stream.of(none), all.stream()).toList();
    }
}
