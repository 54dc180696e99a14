package portal.invitations;

import java.util.Optional;
import portal.organizations.PartnerId;

/**
 * Which invitations of whom, in which order.
 *
 * @param state empty for any
 * @param search beginning of a company, domain or e-mail; empty for any
 * @param oldestFirst in the order they were made, rather than the newest first
 */
record LedgerFilter(PartnerId partner, Optional<InvitationState> state, String search, boolean oldestFirst) {}
