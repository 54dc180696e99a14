package portal.invitations;

import portal.organizations.Organization;
import portal.partnerships.Partnership;

/** A reseller asks together with a provider that is its partner. */
public record Joint(Partnership partnership, Organization provider) {}
