package portal.invitations;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import portal.platform.database.Coded;
import portal.platform.texts.Texts;
import portal.platform.web.Option;

/** How the customer was won, for the partner's own counting; told by the text {@code invitations.won-through.<code>}. */
public enum WonThrough implements Coded {
    OWN_MARKETING,
    REFERRAL,
    PROVIDER;

    /** By its code; empty for anything else. */
    public static Optional<WonThrough> of(String code) {
        return Arrays.stream(values()).filter(way -> way.code().equals(code)).findFirst();
    }

    /** The lines of a select, the first for a way nobody told. */
    static List<Option> options(String chosen, Texts texts) {
        Option none = Option.of("", texts.text("invitations.won-through.none"), chosen.isEmpty());
        return Stream.concat(Stream.of(none), Arrays.stream(values()).map(way -> option(way, chosen, texts)))
                .toList();
    }

    private static Option option(WonThrough way, String chosen, Texts texts) {
        return Option.of(
                way.code(),
                texts.text("invitations.won-through." + way.code()),
                way.code().equals(chosen));
    }
}
