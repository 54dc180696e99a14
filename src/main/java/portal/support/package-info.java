/**
 * Who supports which subscription: the designated support contact, whether it still counts, the page customers see, the
 * coverage board, and changes of many at once. {@link portal.support.Eligibility} is the one rule behind all of it.
 */
package portal.support;
