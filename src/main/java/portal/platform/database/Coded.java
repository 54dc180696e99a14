package portal.platform.database;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** An enum whose constants stand in columns, addresses and text keys by their code: lower case with hyphens. */
public interface Coded {
    /** The constant's name, as every enum has it. */
    String name();

    /** For example {@code indirect-reseller} for {@code INDIRECT_RESELLER}. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant with a code; empty when there is none. */
    static <E extends Coded> Optional<E> of(E[] constants, String code) {
        return Arrays.stream(constants)
                .filter(constant -> constant.code().equals(code))
                .findFirst();
    }
}
