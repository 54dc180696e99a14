package portal.platform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import portal.home.HomePages;
import portal.information.InformationPages;
import portal.platform.access.Access;
import portal.platform.access.Capacity;
import portal.platform.access.Cloud;
import portal.platform.access.OrganizationKind;
import portal.platform.access.OrganizationState;
import portal.platform.access.Role;
import portal.platform.access.Visitor;
import portal.platform.texts.Language;
import portal.platform.texts.Texts;

class PagesTest {
    private static final UUID SOME = new UUID(7, 7);
    private static final Instant DAY = Instant.parse("2026-11-20T09:00:00Z");
    private static final Path DRAWN = Path.of("target", "pages");

    private final Renderer renderer = new Renderer(null);
    private final Assets assets = new Assets();

    @Test
    void strangerCanSignInAndChooseLanguageAndAppearance() {
        Document page = draw("welcome", Optional.empty(), new HomePages.Welcome());
        assertFalse(page.select("a[href=/sign-in]").isEmpty());
        assertTrue(page.select("nav.menu").isEmpty());
        assertEquals(1, page.select("form[action=/preferences]").size());
        assertTrue(page.select("form[action=/sign-out]").isEmpty());
    }

    @Test
    void strangerOfAnUnknownTenantIsToldWhatToDo() {
        Optional<Visitor> visitor = Optional.of(visitor(Optional.empty()));
        Document page = draw("unknown", visitor, new HomePages.Unknown("Jan Novák", "jan@novak.example", SOME));
        assertTrue(page.select("main").text().contains(SOME.toString()));
    }

    @Test
    void everyRefusalHasAPageWithItsOwnWords() {
        for (Refusal.Reason reason : Refusal.Reason.values()) {
            Page problem = new ErrorPages.Problem(Refusal.of(reason), "1x2y3z");
            Document page = draw("problem-" + reason.code(), Optional.empty(), problem);
            assertEquals(reason.status() >= 500, page.text().contains("1x2y3z"));
        }
        draw("problem-wait", Optional.empty(), new ErrorPages.Problem(Refusal.tooMany(90), "1x2y3z"));
    }

    @Test
    void everyAccessSaysWhatIsMissing() {
        for (Access access : Access.values()) {
            if (!Set.of(Access.ANYONE, Access.SIGNED_IN, Access.SEE_SUPPORT).contains(access)) {
                Refusal refusal = Refusal.notAllowed("access.refused." + access.code(), "Vltava Distribution a.s.");
                draw(
                        "refused-" + access.code(),
                        Optional.of(partner(OrganizationState.ACTIVE)),
                        new ErrorPages.Problem(refusal, "1x2y3z"));
            }
        }
    }

    @Test
    void helpdeskAgentSeesWhyNothingCanBeAsked() {
        Visitor helpdesk = partner(OrganizationState.ACTIVE, Role.HELPDESK_AGENT);
        Document page =
                draw("partner-helpdesk", Optional.of(helpdesk), new HomePages.Partner(rows(), List.of(), false, null));
        Element button = page.selectFirst("main button[disabled]");
        assertFalse(page.getElementById(button.attr("aria-describedby")).text().isEmpty());
    }

    @Test
    void partnerFindsWhatNeedsAttention() {
        Visitor agent = partner(OrganizationState.ACTIVE, Role.ADMIN_AGENT);
        Document page = draw("partner", Optional.of(agent), new HomePages.Partner(rows(), rows(), false, null));
        assertEquals(4, page.select("main tbody tr").size());
        assertEquals(1, page.select(".primary").size());
        assertEquals("/", page.select("nav.menu [aria-current=page]").attr("href"));
        draw("partner-calm", Optional.of(agent), new HomePages.Partner(List.of(), List.of(), false, null));
        draw("partner-new", Optional.of(agent), new HomePages.Partner(List.of(), List.of(), true, null));
    }

    @Test
    void suspendedPartnerIsToldSo() {
        Visitor agent = partner(OrganizationState.SUSPENDED, Role.GLOBAL_ADMIN);
        Document page =
                draw("partner-suspended", Optional.of(agent), new HomePages.Partner(rows(), List.of(), false, null));
        assertEquals(1, page.select(".notice.warn").size());
    }

    @Test
    void partnersPersonWithoutARoleLearnsWhoGivesOne() {
        Visitor nobody = partner(OrganizationState.ACTIVE);
        Document page = draw("no-role", Optional.of(nobody), new HomePages.NoRole("Vltava Distribution a.s."));
        assertTrue(page.select("main").text().contains("Global admin of Vltava Distribution a.s."));
    }

    @Test
    void customerSeesItsPartnersWithoutASideMenu() {
        Visitor customer = visitor(Optional.of(organization(OrganizationKind.CUSTOMER, OrganizationState.ACTIVE)));
        List<HomePages.PartnerRow> partners = List.of(
                new HomePages.PartnerRow("Modrá Řeka IT s.r.o.", "capacity.indirect-reseller", DAY, true),
                new HomePages.PartnerRow("Vltava Distribution a.s.", "capacity.indirect-provider", DAY, false));
        Document page = draw(
                "customer",
                Optional.of(customer),
                new HomePages.Customer("Jizerské sklo a.s.", partners, null, List.of()));
        assertTrue(page.body().hasClass("plain"));
        assertEquals("/", page.select(".bar nav a").attr("href"));
        draw(
                "customer-new",
                Optional.of(customer),
                new HomePages.Customer("Jizerské sklo a.s.", List.of(), null, List.of()));
    }

    @Test
    void operatorHasAHome() {
        draw(
                "operator",
                Optional.of(visitor(Optional.empty(), Role.OPERATOR)),
                new HomePages.Operator("Středoevropský portál z.s.", List.of()));
    }

    @Test
    void informationIsReadAsHeadingsAndParagraphs() {
        String text = "Who runs this.\n\n## Your rights\n\nWrite\nto us.\n";
        List<InformationPages.Block> blocks = InformationPages.Block.read(text);
        Document page = draw("privacy", Optional.empty(), new InformationPages.Privacy(blocks));
        assertEquals("Your rights", page.select("main h2").text());
        assertEquals(
                List.of("Who runs this.", "Write to us."), page.select("main p").eachText());
        draw("accessibility", Optional.empty(), new InformationPages.Accessibility(blocks));
    }

    private Document draw(String file, Optional<Visitor> visitor, Page page) {
        String html = "";
        for (String theme : List.of("light", "dark")) {
            html = new String(renderer.render(view(visitor, theme), page), StandardCharsets.UTF_8);
            keep(file + "-" + theme + ".html", html);
        }
        Document document = Jsoup.parse(html);
        assertEquals(1, document.select("h1").size(), file);
        assertEquals("en", document.select("html").attr("lang"), file);
        assertEquals("dark", document.select("html").attr("data-theme"), file);
        assertTrue(document.title().endsWith(" – Partner Portal"), file);
        assertFalse(document.select("form[method=post]").isEmpty(), file);
        for (Element form : document.select("form[method=post]")) {
            assertEquals("token", form.select("> input[name=csrf]").attr("value"), file);
        }
        assertTrue(document.select("[style], style, script:not([src])").isEmpty(), file);
        for (Element described : document.select("[aria-describedby], [aria-labelledby]")) {
            String ids = described.attr("aria-describedby") + " " + described.attr("aria-labelledby");
            for (String id : ids.strip().split(" ")) {
                assertEquals(1, document.select("[id=" + id + "]").size(), file + " " + id);
            }
        }
        return document;
    }

    private static void keep(String file, String html) {
        try {
            Files.createDirectories(DRAWN);
            Files.writeString(DRAWN.resolve(file), html);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private View view(Optional<Visitor> visitor, String theme) {
        List<MenuItem> menu = List.of(
                new MenuItem("/", "layout.menu.home", "house", Access.SIGNED_IN, false),
                new MenuItem("/customers", "layout.menu.customers", "people", Access.SEE_CUSTOMERS, false));
        return new View(
                Texts.in(Language.EN),
                visitor,
                "/",
                new View.Appearance("Partner Portal", theme, "Středoevropský portál z.s."),
                menu,
                assets,
                () -> "token",
                Optional.empty(),
                ZoneOffset.UTC);
    }

    private static List<HomePages.HomeRow> rows() {
        return List.of(
                new HomePages.HomeRow("Bursztynowy Młyn Sp. z o.o.", "/customers/1", "role.operator", DAY),
                new HomePages.HomeRow("Gyöngyösi Pincészet Zrt.", "/customers/2", null, null));
    }

    private static Visitor partner(OrganizationState state, Role... roles) {
        return visitor(Optional.of(organization(OrganizationKind.PARTNER, state)), roles);
    }

    private static Visitor.Organization organization(OrganizationKind kind, OrganizationState state) {
        return new Visitor.Organization(
                SOME,
                kind,
                state,
                "Vltava Distribution a.s.",
                "vltava.example",
                "CZ",
                Cloud.PUBLIC,
                Set.of(Capacity.INDIRECT_PROVIDER),
                Language.CS,
                0);
    }

    private static Visitor visitor(Optional<Visitor.Organization> organization, Role... roles) {
        return new Visitor(
                SOME,
                SOME,
                "Jana Dvořáková",
                "jana.dvorakova@vltava.example",
                "",
                null,
                Set.of(roles),
                Optional.empty(),
                "system",
                ZoneOffset.UTC,
                organization,
                new byte[Csrf.LENGTH]);
    }
}
