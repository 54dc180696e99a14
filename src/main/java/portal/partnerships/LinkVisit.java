package portal.partnerships;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import portal.organizations.Organization;
import portal.organizations.Organizations;
import portal.platform.access.Access;
import portal.platform.access.OrganizationKind;
import portal.platform.access.Role;
import portal.platform.access.Visitor;

/**
 * Somebody at a partner's link, and the verdict. The same rules decide what is shown and, inside the accepting
 * transaction, what is done.
 *
 * @param link null when it does not work, as is the asking organization
 * @param open the partnership there is; empty for none
 */
record LinkVisit(LinkVerdict verdict, PartnershipLink link, Organization asking, Optional<Partnership> open) {

    static LinkVisit of(Handle handle, byte[] digest, Optional<Visitor> visitor, Instant now) {
        Optional<PartnershipLink> found =
                handle.attach(PartnershipLinkDao.class).find(digest, now);
        if (found.isEmpty()) {
            return new LinkVisit(LinkVerdict.GONE, null, null, Optional.empty());
        }
        PartnershipLink link = found.get();
        Organization asking =
                Organizations.find(handle, link.organizationId().value()).orElseThrow();
        Optional<Partnership> open =
                visitor.filter(known -> known.of(OrganizationKind.PARTNER)).flatMap(known -> open(handle, link, known));
        return new LinkVisit(decide(handle, link, asking, visitor, open), link, asking, open);
    }

    private static Optional<Partnership> open(Handle handle, PartnershipLink link, Visitor visitor) {
        Partnership pair = Partnerships.between(
                link.side(), link.organizationId().value(), visitor.home().id(), link.madeBy(), link.madeAt());
        return handle.attach(PartnershipDao.class).open(pair.providerId(), pair.resellerId());
    }

    private static LinkVerdict decide(
            Handle handle,
            PartnershipLink link,
            Organization asking,
            Optional<Visitor> visitor,
            Optional<Partnership> open) {
        if (visitor.isEmpty()) {
            return LinkVerdict.SUMMARY;
        }
        if (!visitor.get().of(OrganizationKind.PARTNER)) {
            return LinkVerdict.NOT_PARTNER;
        }
        Organization home =
                Organizations.find(handle, visitor.get().home().id()).orElseThrow();
        Optional<Obstacle> obstacle = Obstacle.between(handle, asking, link.side(), home);
        if (obstacle.isPresent()) {
            return LinkVerdict.of(obstacle.get());
        }
        if (open.filter(Partnership::active).isPresent()) {
            return LinkVerdict.PARTNERS;
        }
        boolean may = visitor.get().is(Role.GLOBAL_ADMIN)
                && Access.MANAGE_PARTNERSHIPS.refusal(visitor.get()).isEmpty();
        return may ? LinkVerdict.DECIDE : LinkVerdict.NOT_GLOBAL_ADMIN;
    }
}
