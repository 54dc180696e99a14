/**
 * Partnerships between indirect providers and indirect resellers: asked by either side, accepted by the other, ended by
 * either. What rests on one asks {@link portal.partnerships.Partnerships#touch} in its own transaction.
 */
package portal.partnerships;
