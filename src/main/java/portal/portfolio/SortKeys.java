package portal.portfolio;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RawCollationKey;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import portal.platform.texts.Language;

/** Sort keys of names in a language's own order, to be compared as bytes. */
public final class SortKeys {
    private static final int LONGEST = 255;
    private static final Map<Language, Collator> COLLATORS = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            COLLATORS.put(language, Collator.getInstance(language.icuLocale()).freeze());
        }
    }

    private SortKeys() {}

    /** The key of a name, cut to what the index holds. */
    public static byte[] of(Language language, String name) {
        RawCollationKey key = COLLATORS.get(language).getRawCollationKey(name, null);
        return Arrays.copyOf(key.bytes, Math.min(key.size, LONGEST));
    }
}
