package portal.home;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import portal.organizations.PartnerId;
import portal.organizations.Profile;
import portal.organizations.Profiles;
import portal.platform.access.Visitor;
import portal.platform.database.Database;
import portal.platform.texts.Texts;
import portal.portfolio.Resorting;

/** A partner changes what it says of itself; with its language the order of its Customers page changes too. */
public final class OrganizationSettings {
    private final Database database;

    /** What came of a change. */
    enum Outcome {
        DONE,
        /** Done, and the Customers page is put into another order soon. */
        SORTED_ANEW,
        /** It was changed meanwhile, and nothing was done. */
        STALE
    }

    /** Kept in the database. */
    public OrganizationSettings(Database database) {
        this.database = database;
    }

    Optional<Profile> find(PartnerId partner) {
        return database.read(handle -> Profiles.find(handle, partner));
    }

    /** The log is read by the whole organization, so it is written in its language. */
    Outcome change(Visitor visitor, Profile changed, Instant now) {
        Texts texts = Texts.in(visitor.home().language());
        return database.write(handle -> Profiles.change(handle, changed, visitor.personId(), texts, now)
                .map(before -> followed(handle, before, changed, now))
                .orElse(Outcome.STALE));
    }

    private static Outcome followed(Handle handle, Profile before, Profile changed, Instant now) {
        if (before.language() == changed.language()) {
            return Outcome.DONE;
        }
        Resorting.ask(handle, new PartnerId(changed.id()), now);
        return Outcome.SORTED_ANEW;
    }
}
