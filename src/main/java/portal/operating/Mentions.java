package portal.operating;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import portal.platform.database.AddressPattern;
import portal.platform.database.Database;
import portal.platform.database.Windows;

/** Where an address stands in what others wrote; no index finds that. */
record Mentions(Database database, String address) {
    private static final int MOST = 10_000;

    private static final Map<String, Place> PLACES = Map.of(
            "activity_entry about",
            new Place(
                    MentionDao::entriesEnd,
                    "select action, subject, old_value, new_value, happened_at from activity_entry where id > :after and "
                            + "id <= :end and (subject regexp :address or old_value regexp :address or new_value regexp "
                            + ":address) order by id"),
            "customer_note about",
            new Place(
                    MentionDao::notesEnd,
                    "select partner_id, customer_id, body, written_at from customer_note where id > :after and "
                            + "id <= :end and body regexp :address order by id"),
            "invitation_event received",
            new Place(
                    MentionDao::eventsEnd,
                    "select invitation_id, kind, detail, happened_at from invitation_event where id > :after and "
                            + "id <= :end and detail regexp :address order by id"));

    private record Place(Windows.End<MentionDao> end, String query) {}

    /** The names of the places, in order. */
    static List<String> places() {
        return PLACES.keySet().stream().sorted().toList();
    }

    /** Rows of a place that have the address, the oldest first. */
    List<Map<String, Object>> in(String name) {
        Place place = PLACES.get(name);
        List<Map<String, Object>> rows = new ArrayList<>();
        new Windows<>(database, MentionDao.class, place.end()).each((after, end) -> {
            if (rows.size() < MOST) {
                rows.addAll(between(place.query(), after, end));
            }
        });
        return rows;
    }

    private List<Map<String, Object>> between(String query, UUID after, UUID end) {
        return database.read(handle -> handle.createQuery(query)
                .bind("after", after)
                .bind("end", end)
                .bind("address", AddressPattern.of(address))
                .mapToMap()
                .list());
    }
}
