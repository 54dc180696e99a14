/**
 * What is sold to customers: the operator's catalogue, subscriptions with their seats, and the pools licences are
 * assigned from. An order writes the relationship's version row; the pool's row decides about seats.
 */
package portal.subscriptions;
