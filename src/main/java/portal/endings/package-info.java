/**
 * Ending and what follows: a partner removes a relationship or gives privileges up, a customer takes them back or narrows
 * them, a partnership ends, and what remains to be done by a partner that is responsible without access. Each lists what is
 * concerned before it is pressed, and then calls the verbs of the packages on the left.
 */
package portal.endings;
