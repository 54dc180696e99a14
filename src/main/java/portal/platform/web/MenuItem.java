package portal.platform.web;

import portal.platform.access.Access;

/**
 * One place of the side menu; shown to those for whom its access exists.
 *
 * @param key text key of its name
 * @param second whether it stands in the lower group
 */
public record MenuItem(String path, String key, String icon, Access access, boolean second) {}
