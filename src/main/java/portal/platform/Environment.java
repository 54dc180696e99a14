package portal.platform;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import portal.platform.database.Lines;

/** Reads environment variables and collects what is missing or wrong, to say all of it at once. */
final class Environment {
    static final Set<String> WEB = Set.of("http", "https");
    static final Set<String> MAIL = Set.of("smtp", "smtps");

    private final Map<String, String> variables;
    private final List<String> complaints = new ArrayList<>();

    Environment(Map<String, String> variables) {
        this.variables = variables;
    }

    String text(String name) {
        String value = variables.getOrDefault(name, "").strip();
        if (value.isEmpty()) {
            complaints.add(name + " is missing");
        }
        return value;
    }

    String databaseUrl(String name) {
        String value = text(name);
        if (!value.isEmpty()) {
            Lines.complaint(value).ifPresent(what -> complaints.add(name + " " + what));
        }
        return value;
    }

    String text(String name, String otherwise) {
        String value = variables.getOrDefault(name, "").strip();
        return value.isEmpty() ? otherwise : value;
    }

    int number(String name, int otherwise, int least, int most) {
        String value = text(name, String.valueOf(otherwise));
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // said below, as for a number out of range
        }
        complaints.add(name + " is not a number from " + least + " to " + most + ": " + value);
        return otherwise;
    }

    boolean flag(String name, boolean otherwise) {
        String value = text(name, String.valueOf(otherwise)).toLowerCase(Locale.ROOT);
        if (!value.equals("true") && !value.equals("false")) {
            complaints.add(name + " is neither true nor false: " + value);
        }
        return value.equals("true");
    }

    URI address(String name, Set<String> schemes) {
        String value = text(name);
        return value.isEmpty() ? null : address(name, value, schemes);
    }

    URI address(String name, String otherwise, Set<String> schemes) {
        String value = text(name, otherwise).replaceFirst("/+$", "");
        try {
            URI address = new URI(value);
            if (schemes.contains(String.valueOf(address.getScheme())) && address.getHost() != null) {
                return address;
            }
        } catch (URISyntaxException notAnAddress) {
            // said below, as for an address without a host
        }
        // the value is not repeated: it may hold a password
        complaints.add(name + " is not an address with a host that begins with "
                + schemes.stream().sorted().map(scheme -> scheme + "://").collect(Collectors.joining(" or ")));
        return null;
    }

    List<byte[]> keys(String name) {
        List<byte[]> keys = new ArrayList<>();
        String value = text(name);
        if (value.isEmpty()) {
            return keys;
        }
        for (String key : value.split(",")) {
            try {
                keys.add(Base64.getDecoder().decode(key.strip()));
            } catch (IllegalArgumentException notBase64) {
                keys.add(new byte[0]);
            }
        }
        if (keys.stream().anyMatch(key -> key.length != 32)) {
            complaints.add(name + " is not 32 bytes in base64 (several: separated by commas)");
        }
        return keys;
    }

    Set<String> list(String name) {
        return Arrays.stream(text(name, "").split(","))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toSet());
    }

    Set<UUID> ids(String name) {
        try {
            return list(name).stream().map(UUID::fromString).collect(Collectors.toSet());
        } catch (IllegalArgumentException notAnId) {
            complaints.add(name + " is not an id (several: separated by commas)");
            return Set.of();
        }
    }

    ZoneId zone(String name, String otherwise) {
        String value = text(name, otherwise);
        try {
            return ZoneId.of(value);
        } catch (DateTimeException unknown) {
            complaints.add(name + " is not a time zone: " + value);
            return ZoneId.of(otherwise);
        }
    }

    void complain() {
        if (!complaints.isEmpty()) {
            throw new ConfigException("The portal cannot start:\n  " + String.join("\n  ", complaints));
        }
    }
}
