package portal.users;

import portal.platform.database.Coded;

/** Why a row of a file needs another look; told by the text {@code users.problem.<code>}. */
public enum RowProblem implements Coded {
    UNREADABLE,
    SIGN_IN_NAME,
    OTHER_DOMAIN,
    TAKEN,
    TWICE,
    FIRST_NAME,
    LAST_NAME,
    DISPLAY_NAME,
    COUNTRY,
    LICENCE
}
