/**
 * Reseller relationships (partner in a capacity, customer) and delegated admin privileges (partner, customer): two edges
 * that are given and ended independently. History is rows; at most one of each is open.
 */
package portal.relationships;
