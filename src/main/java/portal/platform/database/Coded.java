package portal.platform.database;

import java.util.Locale;

/** An enum whose constants stand in columns, addresses and text keys by their code: lower case with hyphens. */
public interface Coded {
    /** The constant's name, as every enum has it. */
    String name();

    /** For example {@code indirect-reseller} for {@code INDIRECT_RESELLER}. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
