package portal.users;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import portal.platform.database.Coded;
import portal.platform.texts.Language;
import portal.platform.texts.Texts;

/** A column of a file with users; its title is the text {@code users.column.<code>} in any of the portal's languages. */
public enum UserColumn implements Coded {
    SIGN_IN_NAME,
    FIRST_NAME,
    LAST_NAME,
    DISPLAY_NAME,
    COUNTRY,
    LICENCES;

    /** Without these nobody can be added. */
    static final Set<UserColumn> NEEDED = Set.of(SIGN_IN_NAME, FIRST_NAME, LAST_NAME);

    /** Its title in a language. */
    public String title(Texts texts) {
        return texts.text("users.column." + code());
    }

    /** Where each column stands in a header; those that are not known are passed over. */
    static Map<UserColumn, Integer> places(List<String> header) {
        Map<UserColumn, Integer> places = new EnumMap<>(UserColumn.class);
        for (int place = 0; place < header.size(); place++) {
            Optional<UserColumn> column = titled(header.get(place));
            if (column.isPresent()) {
                places.putIfAbsent(column.get(), place);
            }
        }
        return places;
    }

    private static Optional<UserColumn> titled(String title) {
        String plain = plain(title);
        return Stream.of(values())
                .filter(column -> plain.equals(plain(column.code()))
                        || Stream.of(Language.values())
                                .anyMatch(language -> plain.equals(plain(column.title(Texts.in(language))))))
                .findFirst();
    }

    private static String plain(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
    }
}
