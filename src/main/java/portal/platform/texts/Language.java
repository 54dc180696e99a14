package portal.platform.texts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import portal.platform.database.Coded;

/** The portal's four languages. */
public enum Language implements Coded {
    EN("English", "en-GB"),
    CS("Čeština", "cs-CZ"),
    PL("Polski", "pl-PL"),
    HU("Magyar", "hu-HU");

    /** Browsers in use send few different headers, and each sends its own with every request. */
    private static final Cache<String, Language> ACCEPTED =
            Caffeine.newBuilder().maximumSize(1_000).build();

    private final String ownName;
    private final Locale locale;

    Language(String ownName, String tag) {
        this.ownName = ownName;
        this.locale = Locale.forLanguageTag(tag);
    }

    /** Its name in itself. */
    public String ownName() {
        return ownName;
    }

    /** Locale for dates and numbers. */
    public Locale locale() {
        return locale;
    }

    /** The same for ICU. */
    public ULocale icuLocale() {
        return ULocale.forLocale(locale);
    }

    /** By code; empty for anything else. */
    public static Optional<Language> of(String code) {
        for (Language language : values()) {
            if (language.code().equals(code)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /** The best of ours for an Accept-Language header; English when none fits. */
    public static Language accepted(String header) {
        return header == null || header.length() > 500 ? EN : ACCEPTED.get(header, Language::best);
    }

    private static Language best(String header) {
        try {
            List<LanguageRange> ranges = LanguageRange.parse(header);
            for (LanguageRange range : ranges) {
                String code = range.getRange().split("-", 2)[0];
                Optional<Language> language = range.getWeight() > 0 ? of(code) : Optional.empty();
                if (language.isPresent()) {
                    return language.get();
                }
            }
            return EN;
        } catch (IllegalArgumentException malformed) {
            return EN;
        }
    }
}
