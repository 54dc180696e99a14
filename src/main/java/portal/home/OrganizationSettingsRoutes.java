package portal.home;

import java.util.List;
import portal.organizations.PartnerId;
import portal.organizations.Profile;
import portal.organizations.ProfileChange;
import portal.organizations.ProfileForm;
import portal.platform.access.Access;
import portal.platform.web.Flash;
import portal.platform.web.FormErrors;
import portal.platform.web.Refusal;
import portal.platform.web.Request;
import portal.platform.web.Routes;
import portal.platform.web.TimeZones;

/** A partner's profile: everybody with a role reads it, Global admins change it. */
public final class OrganizationSettingsRoutes {
    private static final String PATH = "/settings/organization";

    private final OrganizationSettings settings;

    /** Calls the verbs of the settings. */
    public OrganizationSettingsRoutes(OrganizationSettings settings) {
        this.settings = settings;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.get(PATH, Access.SEE_CUSTOMERS, this::show);
        routes.post(PATH + "/profile", Access.EDIT_ORGANIZATION, this::change);
    }

    private void show(Request request) {
        Profile profile = profile(request);
        request.page(page(request, profile, ProfileForm.of(profile), new FormErrors(), false, List.of()));
    }

    private void change(Request request) {
        Profile profile = profile(request);
        ProfileForm form = ProfileForm.from(request.form());
        FormErrors errors = form.errors(profile.country());
        if (!errors.isEmpty()) {
            request.page(422, page(request, profile, form, errors, false, List.of()));
            return;
        }
        Profile changed = form.profile(profile.id(), profile.country());
        switch (settings.change(request.visitor(), changed, request.now())) {
            case DONE -> request.redirect(PATH, Flash.done("flash.organization-saved"));
            case SORTED_ANEW -> request.redirect(PATH, Flash.done("flash.organization-sorted"));
            default -> stale(request, form, changed);
        }
    }

    /** Nothing of the input is lost: it stands in the form, and above it what is so now. */
    private void stale(Request request, ProfileForm form, Profile changed) {
        Profile current = profile(request);
        List<ProfileChange> differences = ProfileChange.between(current, changed, request.texts());
        request.page(
                409, page(request, current, form.over(current.profileVersion()), new FormErrors(), true, differences));
    }

    private Profile profile(Request request) {
        PartnerId partner = new PartnerId(request.visitor().home().id());
        return settings.find(partner).orElseThrow(Refusal::notFound);
    }

    private static OrganizationSettingsPages.Organization page(
            Request request,
            Profile profile,
            ProfileForm form,
            FormErrors errors,
            boolean stale,
            List<ProfileChange> differences) {
        return new OrganizationSettingsPages.Organization(
                profile,
                form,
                errors,
                TimeZones.options(request.texts(), form.timeZone(), request.now()),
                stale,
                differences);
    }
}
