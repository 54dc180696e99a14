package portal.subscriptions;

import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.organizations.PartnerId;

/** Which partner supports a subscription; who may be chosen is said by the package {@code support}. */
public final class Designations {
    private Designations() {}

    /**
     * Writes down who supports a subscription.
     *
     * @param contact null for the seller
     * @param version of the subscription as it was seen
     * @return whether nobody has changed it meanwhile
     */
    public static boolean designate(Handle handle, UUID subscription, PartnerId contact, int version) {
        return handle.attach(DesignationDao.class).designate(subscription, contact, version) == 1;
    }
}
