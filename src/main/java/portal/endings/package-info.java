/**
 * Ending and what follows: a partner removes a relationship or gives privileges up, a customer takes them back or narrows
 * them, and what remains to be done by a partner that is responsible without access.
 */
package portal.endings;
