package portal.endings;

import portal.relationships.Grant;

/**
 * What a partner's agents are in a customer's tenant.
 *
 * @param globalAdmin whether its Admin agents are Global administrators
 * @param helpdeskAdmin whether its Helpdesk agents are Helpdesk administrators
 */
public record Roles(boolean globalAdmin, boolean helpdeskAdmin) {
    /** What a grant makes of them. */
    public static Roles of(Grant grant) {
        return new Roles(grant.globalAdmin(), grant.helpdeskAdmin());
    }

    /** Whether nobody is anything, which is not an assignment but the end of the privileges. */
    public boolean none() {
        return !globalAdmin && !helpdeskAdmin;
    }

    /** Text key of all of it in a few words. */
    public String key() {
        return globalAdmin && helpdeskAdmin
                ? "privileges.roles.both"
                : globalAdmin ? "privileges.roles.global-admin" : "privileges.roles.helpdesk-admin";
    }
}
