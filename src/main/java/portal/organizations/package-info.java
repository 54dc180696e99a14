/** Tenants the portal knows: partners and customers, where they are, in which cloud, and in which capacities they act. */
package portal.organizations;
