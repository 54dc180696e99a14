package portal.platform.web;

import portal.platform.access.Access;

/**
 * One place of the side menu; shown to those for whom its access exists.
 *
 * @param key text key of its name
 * @param second whether it stands in the lower group
 * @param further how the addresses of other pages begin that stand under it; null for none
 */
public record MenuItem(String path, String key, String icon, Access access, boolean second, String further) {
    /** A place with no pages elsewhere. */
    public MenuItem(String path, String key, String icon, Access access, boolean second) {
        this(path, key, icon, access, second, null);
    }

    /** Whether the page at an address stands under it. */
    boolean holds(String address) {
        if (path.equals("/")) {
            return address.equals("/");
        }
        return address.startsWith(path) || (further != null && address.startsWith(further));
    }
}
