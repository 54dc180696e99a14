/**
 * The request for a reseller relationship: made by a partner, brought to a customer by a link, answered by the
 * customer's Global admin. Its states: open, then accepted, declined, revoked or expired. Its parties are rows: whoever
 * asks in it.
 */
package portal.invitations;
