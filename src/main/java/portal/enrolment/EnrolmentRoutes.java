package portal.enrolment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import portal.organizations.Organizations;
import portal.organizations.ProfileForm;
import portal.platform.access.Access;
import portal.platform.access.Cloud;
import portal.platform.access.Visitor;
import portal.platform.texts.Texts;
import portal.platform.web.Flash;
import portal.platform.web.FormErrors;
import portal.platform.web.Option;
import portal.platform.web.Request;
import portal.platform.web.Routes;
import portal.platform.web.TimeZones;

/** A Global admin of a company the portal does not know enrols it as a partner, and corrects what was sent. */
public final class EnrolmentRoutes {
    private static final String PATH = "/enrolment";

    private final Enrolments enrolments;
    private final Organizations organizations;
    private final Runnable mailAdded;

    /**
     * Calls the verbs of enrolling.
     *
     * @param mailAdded told after something may have been put into the outbox
     */
    public EnrolmentRoutes(Enrolments enrolments, Organizations organizations, Runnable mailAdded) {
        this.enrolments = enrolments;
        this.organizations = organizations;
        this.mailAdded = mailAdded;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.get(PATH, Access.ENROL, this::form);
        routes.post(PATH, Access.ENROL, this::send);
    }

    private void form(Request request) {
        Visitor visitor = request.visitor();
        EnrolmentForm form =
                enrolments.sent(visitor.tenantId()).orElseGet(() -> EnrolmentForm.empty(prefilled(request)));
        request.page(page(request, form, new FormErrors(), false));
    }

    private static ProfileForm prefilled(Request request) {
        Visitor visitor = request.visitor();
        return ProfileForm.empty(
                visitor.email(), request.texts().language(), visitor.zone().getId());
    }

    private void send(Request request) {
        EnrolmentForm form = EnrolmentForm.from(request.form());
        Terms terms = Terms.in(request.texts());
        FormErrors errors = form.errors(organizations.countries(), terms);
        if (!errors.isEmpty()) {
            request.page(422, page(request, form, errors, false));
            return;
        }
        if (sent(request, form, terms)) {
            mailAdded.run();
            request.redirect("/", Flash.done("flash.enrolment-sent"));
            return;
        }
        stale(request, form);
    }

    private boolean sent(Request request, EnrolmentForm form, Terms terms) {
        Visitor visitor = request.visitor();
        Enrolments.Press press = new Enrolments.Press(request.ip(), request.userAgent());
        return visitor.organization().isEmpty()
                ? enrolments.submit(visitor, form, terms, press, request.now())
                : enrolments.correct(visitor, form, terms, press, request.now());
    }

    /** Nothing of the input is lost where it can still be sent; else the first page says how things stand. */
    private void stale(Request request, EnrolmentForm form) {
        Optional<Enrolment> now = enrolments.find(request.visitor().tenantId()).filter(Enrolment::correctable);
        if (now.isEmpty() || form.corrects() < 0) {
            request.redirect("/", Flash.warning("flash.enrolment-changed"));
            return;
        }
        request.page(409, page(request, form.over(now.get()), new FormErrors(), true));
    }

    private EnrolmentPages.New page(Request request, EnrolmentForm form, FormErrors errors, boolean stale) {
        Texts texts = request.texts();
        UUID tenant = request.visitor().tenantId();
        return new EnrolmentPages.New(
                form,
                errors,
                Terms.in(texts),
                organizations.countryOptions(texts, form.country()),
                clouds(texts, form.cloud()),
                TimeZones.options(texts, form.profile().timeZone(), request.now()),
                request.visitor().verifiedDomain(),
                declined(tenant),
                stale);
    }

    private EnrolmentEvent declined(UUID tenant) {
        return enrolments
                .find(tenant)
                .filter(enrolment -> enrolment.state() == EnrolmentState.DECLINED)
                .flatMap(enrolment -> enrolments.last(tenant, EnrolmentEvent.Kind.DECLINED))
                .orElse(null);
    }

    private static List<Option> clouds(Texts texts, String chosen) {
        return Stream.of(Cloud.values())
                .map(cloud -> Option.of(
                        cloud.code(),
                        texts.text("cloud." + cloud.code()),
                        cloud.code().equals(chosen)))
                .toList();
    }
}
