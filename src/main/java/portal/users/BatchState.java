package portal.users;

import portal.platform.database.Coded;

/** How far a batch is; told by the text {@code users.batch.state.<code>}. */
public enum BatchState implements Coded {
    /** Its file is being read. */
    READING,
    /** To be looked at and confirmed. */
    READY,
    /** Being carried out. */
    CONFIRMED,
    DONE,
    /** The relationship or the privileges ended before all was done. */
    STOPPED
}
