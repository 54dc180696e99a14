package portal.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import portal.testing.Accepting;
import portal.testing.Asking;
import portal.testing.Asking.Asked;
import portal.testing.Cast;
import portal.testing.Client;
import portal.testing.Partnering;
import portal.testing.TestApp;

/** The pages of partnerships and of what partners do together. */
final class PartnershipPlaces {
    private final Cast cast;
    private final Partnering partnering;
    private final List<Places.Place> list = new ArrayList<>();

    private PartnershipPlaces(Cast cast) {
        this.cast = cast;
        partnering = new Partnering(cast);
    }

    static List<Places.Place> of(TestApp app, Cast cast) {
        PartnershipPlaces places = new PartnershipPlaces(cast);
        places.addLists();
        places.addAsking();
        places.addLink();
        places.addJoint();
        places.addEnded();
        return places.list;
    }

    private void add(String name, String person, int status, String path) {
        list.add(new Places.Place(name, person, status, window -> window.open(path)));
    }

    private void addLists() {
        add("partnerships-none-providers", "dual-global", 200, "/indirect-providers");
        add("partnerships-none-resellers", "provider2-admin", 200, "/indirect-resellers");
        String active = partnering.active("provider", "reseller");
        String asked = partnering.asked("provider", "reseller2");
        add("partnerships-providers", "reseller-global", 200, "/indirect-providers");
        add("partnerships-providers-helpdesk", "reseller-helpdesk", 200, "/indirect-providers");
        add("partnerships-resellers", "provider-global", 200, "/indirect-resellers");
        add("partnerships-nothing-found", "provider-global", 200, "/indirect-resellers?q=nowhere");
        add("partnership", "reseller-global", 200, active);
        add("partnership-helpdesk", "reseller-helpdesk", 200, active);
        add("partnership-waiting", "provider-global", 200, asked);
        add("partnership-to-answer", "reseller2-global", 200, asked);
        list.add(new Places.Place("partnership-to-answer-errors", "reseller2-global", 422, window -> {
            window.open(asked);
            window.page().locator("form[action$='/acceptance'] button.primary").click();
        }));
    }

    private void addAsking() {
        String ask = "/partnerships/new?side=provider";
        add("partnership-ask", "provider-global", 200, ask);
        add("partnership-ask-found", "provider-global", 200, ask + "&mpn-id=" + Partnering.mpnId("dual"));
        add("partnership-ask-errors", "provider-global", 422, ask + "&mpn-id=99999999");
    }

    private void addLink() {
        Client provider = partnering.global("provider2");
        provider.open("/partnerships/new?side=provider");
        String link = URI.create(provider.post("/partnership-links", Map.of("side", "provider"))
                        .page()
                        .select("#made")
                        .text())
                .getPath();
        add("partnership-link-own", "provider2-global", 200, "/partnerships/new?side=provider");
        add("partnership-link", Places.NOBODY, 200, link);
        add("partnership-link-to-answer", "dual-global", 200, link);
        add("partnership-link-refused", "customer-a-global", 403, link);
        add("partnership-link-gone", Places.NOBODY, 410, "/partnership-links/" + "A".repeat(43));
        list.add(new Places.Place("partnership-link-made", "provider-global", 200, window -> {
            window.open("/partnerships/new?side=provider");
            window.page().locator("form[action='/partnership-links'] button").click();
        }));
    }

    private void addJoint() {
        String partnership = partnering.active("provider2", "reseller");
        add("joint-request", "reseller-admin", 200, partnership + "/invitations/new");
        Asked asked = joint(partnership);
        add("joint-draft", "reseller-admin", 200, asked.path() + "/draft");
        add("joint-invitation", "reseller-admin", 200, asked.path());
        add("joint-invitation-provider", "provider2-admin", 200, asked.path());
        add("joint-link", Places.NOBODY, 200, asked.link());
        add("joint-link-to-answer", "customer-b-global", 200, asked.link());
        add("partnership-end", "provider2-global", 200, partnership + "/ending");
        Asked alone = Asking.by(cast.of("provider2-admin"))
                .with("domain", null)
                .with("delegated-admin", null)
                .asked();
        assertEquals(
                200,
                Accepting.accept(cast.of("customer-a-global"), alone.link()).status());
        Asked missing =
                Asking.by(cast.of("reseller-admin")).together(partnership).asked();
        add("joint-link-one-is-there", "customer-a-global", 200, missing.link());
    }

    private static String domain() {
        return "laki-mazurskie.example";
    }

    private Asked joint(String partnership) {
        return Asking.by(cast.of("reseller-admin"))
                .together(partnership)
                .with("company", "Łąki Mazurskie Sp. z o.o.")
                .with("domain", domain())
                .asked();
    }

    private void addEnded() {
        String partnership = partnering.active("provider2", "reseller2");
        Asked asked = Asking.by(cast.of("reseller2-admin"))
                .together(partnership)
                .with("domain", domain())
                .asked();
        Client provider = partnering.global("provider2");
        provider.open(partnership + "/ending");
        assertEquals(
                303,
                provider.post(partnership + "/ending", Map.of("reason", "They sell through somebody else now."))
                        .status());
        add("partnership-ended", "provider2-global", 200, partnership);
        add("partnerships-ended", "provider2-global", 200, "/indirect-resellers?state=ended");
        add("link-partnership-ended", "customer-b-global", 410, asked.link());
        add("invitation-partnership-ended", "reseller2-admin", 200, asked.path());
    }
}
