package portal.agreements;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import portal.activity.Action;
import portal.activity.Activity;
import portal.platform.access.Visitor;
import portal.platform.database.Database;
import portal.platform.database.Failure;

/** What the operator does with versions of the customer agreement: adds them. Nothing changes or removes one. */
public final class AgreementVersions {
    private final Database database;

    /** Kept in the database. */
    public AgreementVersions(Database database) {
        this.database = database;
    }

    /** All versions, the latest in force first. */
    List<AgreementVersion> all() {
        return database.read(AgreementVersionDao.class, AgreementVersionDao::all);
    }

    /** A version. */
    Optional<AgreementVersion> find(UUID id) {
        return database.read(AgreementVersionDao.class, dao -> dao.find(id));
    }

    /** Its texts, English first. */
    List<Agreement> texts(UUID id) {
        return database.read(AgreementVersionDao.class, dao -> dao.texts(id));
    }

    /**
     * Adds a version with its texts. The same form sent twice adds one.
     *
     * @param form without errors
     * @return whether it was added; not when the country has a version of that name
     */
    boolean add(Visitor operator, AgreementForm form, Instant now) {
        UUID id = UUID.fromString(form.id());
        try {
            database.write(handle -> {
                AgreementVersionDao dao = handle.attach(AgreementVersionDao.class);
                dao.insert(
                        id,
                        form.version(),
                        form.country(),
                        form.effective(operator.zone()),
                        form.required(operator.zone()),
                        operator.personId(),
                        now);
                form.agreements().forEach(dao::insertText);
                Activity.of(Action.AGREEMENT_ADDED, operator.personId(), null, form.version())
                        .changing(null, form.country() + " " + form.effectiveFrom())
                        .log(handle, operator.tenantId(), now);
                return null;
            });
            return true;
        } catch (RuntimeException failure) {
            if (Failure.of(failure) != Failure.DUPLICATE) {
                throw failure;
            }
            return find(id).isPresent();
        }
    }
}
