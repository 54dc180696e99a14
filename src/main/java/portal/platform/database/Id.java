package portal.platform.database;

import java.util.UUID;

/** A typed identifier: a record with the single component {@code value}. Bound and read as a UUID column. */
public interface Id {
    /** The identifier as stored. */
    UUID value();
}
