package portal.platform.web;

/** One place above a page. */
public record Crumb(String text, String href) {}
