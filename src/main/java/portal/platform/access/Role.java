package portal.platform.access;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import portal.platform.database.Coded;

/** What the OpenID provider says a person may be, in any organization. */
public enum Role implements Coded {
    GLOBAL_ADMIN,
    ADMIN_AGENT,
    HELPDESK_AGENT,
    OPERATOR;

    /** Roles as one column: codes joined by commas. */
    public static String join(Collection<Role> roles) {
        return EnumSet.allOf(Role.class).stream()
                .filter(roles::contains)
                .map(Role::code)
                .collect(Collectors.joining(","));
    }

    /** Reads what {@link #join} wrote. */
    public static Set<Role> split(String joined) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : values()) {
            if (("," + joined + ",").contains("," + role.code() + ",")) {
                roles.add(role);
            }
        }
        return roles;
    }
}
