package portal.platform.web;

import com.ibm.icu.text.TimeZoneNames;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import portal.platform.texts.Texts;

/** Time zones to choose from: one or more for every time kept anywhere, named by a city in the reader's language. */
public final class TimeZones {
    private static final int LONGEST = 40;
    private static final List<String> ZONES = List.of(
            "Africa/Cairo",
            "Africa/Johannesburg",
            "Africa/Lagos",
            "Africa/Nairobi",
            "America/Anchorage",
            "America/Bogota",
            "America/Buenos_Aires",
            "America/Caracas",
            "America/Chicago",
            "America/Denver",
            "America/Halifax",
            "America/Lima",
            "America/Los_Angeles",
            "America/Mexico_City",
            "America/New_York",
            "America/Phoenix",
            "America/Puerto_Rico",
            "America/Santiago",
            "America/Sao_Paulo",
            "America/St_Johns",
            "America/Toronto",
            "America/Vancouver",
            "Asia/Almaty",
            "Asia/Baku",
            "Asia/Bangkok",
            "Asia/Calcutta",
            "Asia/Dhaka",
            "Asia/Dubai",
            "Asia/Hong_Kong",
            "Asia/Jakarta",
            "Asia/Jerusalem",
            "Asia/Karachi",
            "Asia/Katmandu",
            "Asia/Manila",
            "Asia/Riyadh",
            "Asia/Seoul",
            "Asia/Shanghai",
            "Asia/Singapore",
            "Asia/Taipei",
            "Asia/Tashkent",
            "Asia/Tbilisi",
            "Asia/Tehran",
            "Asia/Tokyo",
            "Atlantic/Azores",
            "Atlantic/Cape_Verde",
            "Atlantic/Reykjavik",
            "Australia/Adelaide",
            "Australia/Brisbane",
            "Australia/Darwin",
            "Australia/Perth",
            "Australia/Sydney",
            "Europe/Athens",
            "Europe/Belgrade",
            "Europe/Berlin",
            "Europe/Bratislava",
            "Europe/Brussels",
            "Europe/Bucharest",
            "Europe/Budapest",
            "Europe/Copenhagen",
            "Europe/Dublin",
            "Europe/Helsinki",
            "Europe/Istanbul",
            "Europe/Kiev",
            "Europe/Lisbon",
            "Europe/Ljubljana",
            "Europe/London",
            "Europe/Madrid",
            "Europe/Moscow",
            "Europe/Oslo",
            "Europe/Paris",
            "Europe/Prague",
            "Europe/Riga",
            "Europe/Rome",
            "Europe/Sofia",
            "Europe/Stockholm",
            "Europe/Tallinn",
            "Europe/Vienna",
            "Europe/Vilnius",
            "Europe/Warsaw",
            "Europe/Zagreb",
            "Europe/Zurich",
            "Pacific/Auckland",
            "Pacific/Fiji",
            "Pacific/Guam",
            "Pacific/Honolulu",
            "UTC");

    private TimeZones() {}

    /** Whether there is such a zone. */
    public static boolean known(String zone) {
        return zone.length() <= LONGEST && ZoneId.getAvailableZoneIds().contains(zone);
    }

    /**
     * All zones, from west to east.
     *
     * @param chosen stands among them whatever it is; empty when none is chosen
     */
    public static List<Option> options(Texts texts, String chosen, Instant now) {
        TimeZoneNames names = TimeZoneNames.getInstance(texts.language().icuLocale());
        Stream<String> more = ZONES.contains(chosen) || !known(chosen) ? Stream.of() : Stream.of(chosen);
        Comparator<String> byOffset =
                Comparator.comparingInt(zone -> offset(zone, now).getTotalSeconds());
        List<String> zones = new ArrayList<>(Stream.concat(ZONES.stream(), more).toList());
        zones.sort(byOffset.thenComparing(texts.byLabel(zone -> city(names, zone))));
        return zones.stream()
                .map(zone -> Option.of(zone, label(names, zone, now), zone.equals(chosen)))
                .toList();
    }

    /** Without summer time, so that the list is the same all year. */
    private static ZoneOffset offset(String zone, Instant now) {
        return ZoneId.of(zone).getRules().getStandardOffset(now);
    }

    private static String label(TimeZoneNames names, String zone, Instant now) {
        ZoneOffset offset = offset(zone, now);
        return ("UTC" + (offset.getTotalSeconds() == 0 ? "" : offset) + " " + city(names, zone)).strip();
    }

    private static String city(TimeZoneNames names, String zone) {
        String name = names.getExemplarLocationName(zone);
        return name == null ? "" : name;
    }
}
