package portal.platform.web;

import gg.jte.Content;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import portal.platform.access.Access;
import portal.platform.access.Footing;
import portal.platform.access.Visitor;
import portal.platform.texts.Language;
import portal.platform.texts.Texts;

/** What every template gets beside its page: texts, the visitor, and what the layout shows around the page. */
public final class View {
    private final Texts texts;
    private final Optional<Visitor> visitor;
    private final String path;
    private final Appearance appearance;
    private final List<MenuItem> menu;
    private final Assets assets;
    private final Supplier<String> csrfToken;
    private final Optional<Flash> flash;
    private final ZoneId zone;
    private String token;

    /**
     * What the layout shows around the page.
     *
     * @param brand name of the portal, as partners or customers of one cloud know it
     * @param theme light, dark or system
     */
    public record Appearance(String brand, String theme, String operator) {}

    View(
            Texts texts,
            Optional<Visitor> visitor,
            String path,
            Appearance appearance,
            List<MenuItem> menu,
            Assets assets,
            Supplier<String> csrfToken,
            Optional<Flash> flash,
            ZoneId zone) {
        this.texts = texts;
        this.visitor = visitor;
        this.path = path;
        this.appearance = appearance;
        this.menu = menu;
        this.assets = assets;
        this.csrfToken = csrfToken;
        this.flash = flash;
        this.zone = zone;
    }

    /** A text in the reader's language, not yet escaped. */
    public String text(String key, Object... arguments) {
        return texts.text(key, arguments);
    }

    /** A text with markup of ours. */
    public Content html(String key, Object... arguments) {
        return texts.html(key, arguments);
    }

    /** All texts of the reader's language. */
    public Texts texts() {
        return texts;
    }

    /** The reader's language. */
    public Language language() {
        return texts.language();
    }

    /** Day in lists, in the reader's zone; empty for none. */
    public String date(Instant instant) {
        return instant == null ? "" : texts.date(instant, zone);
    }

    /** Day in sentences. */
    public String longDate(Instant instant) {
        return texts.longDate(instant, zone);
    }

    /** Day and time of day. */
    public String dateTime(Instant instant) {
        return texts.dateTime(instant, zone);
    }

    /** Name of the zone times are shown in. */
    public String zone() {
        return zone.getId();
    }

    /** The signed-in person. */
    public Optional<Visitor> visitor() {
        return visitor;
    }

    /** Whether the visitor may do something. */
    public boolean may(Access access) {
        return access.check(visitor) == Access.Verdict.ALLOWED;
    }

    /** Why the visitor may not do it; call only when {@link #may} says no to a signed-in visitor. */
    public String why(Access access) {
        Visitor reader = visitor.orElseThrow();
        String organization =
                reader.organization().map(Visitor.Organization::name).orElse("");
        return text(access.refusal(reader).orElseThrow(), organization);
    }

    /** Whether the visitor may do something to one customer. */
    public boolean may(Access access, Footing footing) {
        return may(access) && access.refusal(visitor.orElseThrow(), footing).isEmpty();
    }

    /** Why not; call only when {@link #may(Access, Footing)} says no to a signed-in visitor. */
    public String why(Access access, Footing footing) {
        Visitor reader = visitor.orElseThrow();
        return text(access.refusal(reader, footing).orElseThrow(), reader.home().name());
    }

    /** Menu items that exist for the visitor, upper or lower group. */
    public List<MenuItem> menu(boolean second) {
        return visitor.isEmpty()
                ? List.of()
                : menu.stream()
                        .filter(item -> item.second() == second && item.access().belongs(visitor.get()))
                        .toList();
    }

    /** Whether the page stands under a menu item. */
    public boolean current(MenuItem item) {
        return item.holds(path);
    }

    /** Path and query of this page, to come back to. */
    public String path() {
        return path;
    }

    /** What the layout shows around the page. */
    public Appearance appearance() {
        return appearance;
    }

    /** Address of a static file, for ever cacheable. */
    public String asset(String name) {
        return assets.url(name);
    }

    /** The token for this page's forms. */
    public String csrf() {
        if (token == null) {
            token = csrfToken.get();
        }
        return token;
    }

    /** The message the last request left. */
    public Optional<Flash> flash() {
        return flash;
    }
}
