package portal.organizations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.activity.Action;
import portal.activity.Activity;
import portal.platform.texts.Texts;

/** What partners say of themselves. Verbs take the open handle of the flow that calls them. */
public final class Profiles {
    private Profiles() {}

    /** A partner's profile. */
    public static Optional<Profile> find(Handle handle, PartnerId partner) {
        return handle.attach(ProfileDao.class).find(partner.value());
    }

    /** How a partner's customers reach its support. */
    public static Optional<SupportProfile> support(Handle handle, PartnerId partner) {
        return handle.attach(ProfileDao.class).support(partner.value());
    }

    /**
     * Changes a profile and logs what was changed.
     *
     * @param changed drawn from the state with its version
     * @param reader in whose language the log names the values
     * @return the profile before; empty when it was changed meanwhile, and nothing was done
     */
    public static Optional<Profile> change(Handle handle, Profile changed, UUID person, Texts reader, Instant now) {
        ProfileDao dao = handle.attach(ProfileDao.class);
        Optional<Profile> before =
                dao.find(changed.id()).filter(found -> found.profileVersion() == changed.profileVersion());
        if (before.isEmpty()) {
            return Optional.empty();
        }
        List<ProfileChange> changes = ProfileChange.between(before.get(), changed, reader);
        if (changes.isEmpty()) {
            return before;
        }
        if (dao.change(changed) == 0) {
            return Optional.empty();
        }
        ProfileChange.describe(
                        Activity.of(Action.ORGANIZATION_EDITED, person, null, changed.legalName()), changes, reader)
                .log(handle, changed.id(), now);
        return before;
    }
}
