package portal.subscriptions;

import java.util.UUID;

/**
 * A catalogue file that waits to be looked over.
 *
 * @param name of the file, as the browser called it
 */
public record CatalogueUpload(UUID id, String name, String content) {}
