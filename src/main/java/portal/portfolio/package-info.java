/**
 * The rows of a partner's Customers page, kept up to date by the verbs of the flows and read by one index range per
 * page: no count, no offset, no join. It has no page of its own.
 */
package portal.portfolio;
