package portal.platform.web;

import java.io.InputStream;

/**
 * A file somebody sent with a form.
 *
 * @param name as the browser calls it
 * @param size in bytes
 * @param content read from disk; the caller closes it
 */
public record Upload(String name, long size, InputStream content) {}
