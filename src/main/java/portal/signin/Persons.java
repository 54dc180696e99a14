package portal.signin;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import portal.organizations.Organization;
import portal.platform.access.Identity;
import portal.platform.access.Role;
import portal.platform.database.Database;
import portal.platform.database.Failure;
import portal.platform.database.Ids;
import portal.platform.texts.Language;
import portal.platform.web.FormErrors;

/** The people who have signed in. */
public final class Persons {
    private static final int SHORT_ID = 8;

    private final Database database;

    /** Kept in the database. */
    public Persons(Database database) {
        this.database = database;
    }

    /** A person by id. */
    public static Optional<Person> find(Handle handle, UUID id) {
        return handle.attach(PersonDao.class).find(id);
    }

    /** Several people by id. */
    public static Map<UUID, Person> all(Handle handle, Collection<UUID> ids) {
        return handle.attach(PersonDao.class).all(List.copyOf(ids)).stream()
                .collect(Collectors.toMap(Person::id, Function.identity()));
    }

    /** People with an address, at most twenty. */
    public static List<Person> withEmail(Handle handle, String email) {
        return handle.attach(PersonDao.class).withEmail(email);
    }

    /**
     * Where an organization is told something, and in which language: at its address; where it has none, at those of its
     * Global admins seen last.
     */
    public static Map<String, Language> addresses(Handle handle, Organization organization) {
        if (organization.email() != null) {
            return Map.of(organization.email(), organization.language());
        }
        Map<String, Language> addresses = new LinkedHashMap<>();
        for (Person admin : handle.attach(PersonDao.class).administrators(organization.id())) {
            Language own = admin.language() == null ? organization.language() : admin.language();
            addresses.putIfAbsent(admin.email(), own);
        }
        return addresses;
    }

    /**
     * Erases who a person is and ends the sessions; the id stays, so that what was done stays told. Whoever signs in with
     * the same account later is somebody new.
     *
     * @return whether it was so; not when the person was erased already
     */
    public static boolean erase(Handle handle, UUID id, Instant now) {
        PersonDao dao = handle.attach(PersonDao.class);
        dao.endSessions(id);
        return dao.erase(id, erasedName(id), now) == 1;
    }

    /** What somebody is called after being erased. */
    public static String erasedName(UUID id) {
        return "#" + id.toString().substring(id.toString().length() - SHORT_ID);
    }

    /** Keeps what the provider says of somebody who signs in, and gives the person's id. */
    public static UUID arrive(Handle handle, Identity identity, Instant now) {
        PersonDao dao = handle.attach(PersonDao.class);
        String roles = Role.join(identity.roles());
        String name = shorten(identity.name() == null ? identity.subject() : identity.name(), 200);
        String email = shorten(identity.email(), 254);
        String phone = shorten(identity.phone(), 40);
        Optional<UUID> known = dao.find(identity.issuer(), identity.subject());
        if (known.isEmpty()) {
            UUID id = Ids.next();
            try {
                dao.insert(
                        id, identity.issuer(), identity.subject(), identity.tenantId(), name, email, phone, roles, now);
                return id;
            } catch (RuntimeException failure) {
                if (Failure.of(failure) != Failure.DUPLICATE) {
                    throw failure;
                }
                // the same person signs in on another device at this moment
                known = dao.find(identity.issuer(), identity.subject());
            }
        }
        dao.update(known.orElseThrow(), identity.tenantId(), name, email, phone, roles, now);
        return known.get();
    }

    /** The domain the provider vouches for, as DNS knows it; null when it vouches for none. */
    static String domain(Identity identity) {
        return identity.domain() == null ? null : FormErrors.asciiHost(identity.domain());
    }

    /** Keeps the language a person chose. */
    public void chooseLanguage(UUID person, Language language) {
        database.write(handle -> {
            handle.attach(PersonDao.class).chooseLanguage(person, language);
            return null;
        });
    }

    /** Keeps the appearance a person chose: light, dark or system. */
    public void chooseTheme(UUID person, String theme) {
        database.write(handle -> {
            handle.attach(PersonDao.class).chooseTheme(person, theme);
            return null;
        });
    }

    /** A person by id. */
    public Optional<Person> find(UUID id) {
        return database.read(PersonDao.class, dao -> dao.find(id));
    }

    /**
     * Keeps all a person chose.
     *
     * @param language null to go by what the browser prefers
     * @param timeZone null to go by the organization's
     */
    public void choose(UUID person, Language language, String theme, String timeZone) {
        database.write(handle -> {
            handle.attach(PersonDao.class).choose(person, language, theme, timeZone);
            return null;
        });
    }

    private static String shorten(String value, int longest) {
        boolean fits = value == null || value.codePointCount(0, value.length()) <= longest;
        return fits ? value : value.substring(0, value.offsetByCodePoints(0, longest));
    }
}
