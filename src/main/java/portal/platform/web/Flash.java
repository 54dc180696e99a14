package portal.platform.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import portal.platform.Vault;

/** A message for the next page, carried in a sealed cookie so that no node has to remember it. */
public record Flash(Tone tone, String key, List<String> arguments) {
    /** How the message looks. */
    public enum Tone {
        GOOD,
        INFO,
        WARN
    }

    private static final String PURPOSE = "flash";
    private static final String SEPARATOR = "\u001f";

    /** Something was done. */
    public static Flash done(String key, String... arguments) {
        return new Flash(Tone.GOOD, key, List.of(arguments));
    }

    /** Something to know. */
    public static Flash note(String key, String... arguments) {
        return new Flash(Tone.INFO, key, List.of(arguments));
    }

    /** Something to look at. */
    public static Flash warning(String key, String... arguments) {
        return new Flash(Tone.WARN, key, List.of(arguments));
    }

    String seal(Vault vault) {
        String text = tone + SEPARATOR + key + SEPARATOR + String.join(SEPARATOR, arguments);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(vault.seal(PURPOSE, text));
    }

    static Optional<Flash> open(Vault vault, String cookie) {
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(cookie.getBytes(StandardCharsets.US_ASCII));
            List<String> parts = Arrays.asList(vault.open(PURPOSE, sealed).split(SEPARATOR, -1));
            return Optional.of(new Flash(Tone.valueOf(parts.get(0)), parts.get(1), parts.subList(2, parts.size())));
        } catch (IllegalArgumentException forgedOrOld) {
            return Optional.empty();
        }
    }
}
