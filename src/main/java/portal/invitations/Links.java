package portal.invitations;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import portal.platform.Config;
import portal.platform.Resealing;
import portal.platform.Vault;
import portal.platform.database.Database;

/**
 * The links inviters bring to customers. Their secrets are stored as digests; where the portal may show a link again, a
 * sealed copy stands beside.
 */
public final class Links {
    private static final String PURPOSE = "invitation secret";
    private static final Pattern ADDRESS = Pattern.compile("/invitations/([A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])");

    private final Database database;
    private final Vault vault;
    private final Config config;

    /** Kept in the database. */
    public Links(Database database, Vault vault, Config config) {
        this.database = database;
        this.vault = vault;
        this.config = config;
    }

    /** A secret for a new link. */
    String secret() {
        return vault.secret();
    }

    /** Makes the link of an invitation, in the caller's transaction. */
    void add(Handle handle, InvitationId id, String secret, Instant now) {
        byte[] copy = config.linksShownAgain() ? vault.seal(PURPOSE, secret) : null;
        handle.attach(LinkDao.class).insert(Vault.digest(secret), id, copy, null, now);
    }

    /** The secret of the link that works, where it is kept and its key is there. */
    Optional<String> kept(Invitation invitation) {
        return database.read(LinkDao.class, dao -> dao.sealedSecret(invitation.id()))
                .flatMap(copy -> vault.tryOpen(PURPOSE, copy));
    }

    /** Whether the secret is that of a link of the invitation that works. */
    boolean works(InvitationId invitation, String secret) {
        return database.read(LinkDao.class, dao -> dao.works(Vault.digest(secret), invitation));
    }

    /** The secret of a link of the invitation that works and stands in a text. */
    Optional<String> in(String text, Invitation invitation) {
        Matcher address = ADDRESS.matcher(text);
        return address.find() && works(invitation.id(), address.group(1))
                ? Optional.of(address.group(1))
                : Optional.empty();
    }

    /** The whole link. */
    String address(Invitation invitation, String secret) {
        return config.portalUrl(invitation.cloud().portal()) + "/invitations/" + secret;
    }

    /** Seals the copies with the current key; erases them where links are not to be shown again. */
    public Resealing.Count reseal() {
        while (!config.linksShownAgain() && forgetSome() > 0) {
            // the next thousand
        }
        return new Resealing(database, vault, PURPOSE)
                .all(
                        new byte[0],
                        (handle, after) -> handle.attach(LinkDao.class).keptAfter(after, Resealing.BATCH),
                        LinkDao.Kept::secretDigest,
                        LinkDao.Kept::secretSealed,
                        (handle, row, anew) -> handle.attach(LinkDao.class).replace(row, anew));
    }

    private int forgetSome() {
        return database.write(handle -> handle.attach(LinkDao.class).forget(Resealing.BATCH));
    }
}
