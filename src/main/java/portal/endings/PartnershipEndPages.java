package portal.endings;

import java.util.List;
import java.util.UUID;
import portal.organizations.Organization;
import portal.partnerships.Partnership;
import portal.partnerships.Side;
import portal.platform.web.FormErrors;
import portal.platform.web.Page;

/** The page on which a partnership is ended. */
public final class PartnershipEndPages {
    /** So many of each kind are named. */
    public static final int MOST = 20;

    private PartnershipEndPages() {}

    /** A joint invitation that nobody has answered; {@code name} is null when it names nobody. */
    public record OpenInvitation(UUID id, String name) {}

    /** A product the reseller supports for the provider. */
    public record SupportContact(String customer, String product) {}

    /**
     * What ends, and what stays. Each list has at most one more than is named.
     *
     * @param side of the visitor's organization
     * @param customers for whom the provider can no longer order on the reseller's behalf
     */
    public record EndPartnership(
            Partnership partnership,
            Side side,
            Organization other,
            List<OpenInvitation> invitations,
            List<SupportContact> contacts,
            List<String> customers,
            String reason,
            FormErrors errors)
            implements Page {}
}
