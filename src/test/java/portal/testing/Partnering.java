package portal.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import portal.demo.DemoPeople;

/** Forms partnerships through the pages, as Global admins of providers and resellers do. */
public final class Partnering {
    static {
        for (String company : List.of("reseller2", "provider2", "dual")) {
            DemoPeople.Person known = DemoPeople.person(company + "-admin");
            TestApp.provider()
                    .add(new DemoPeople.Person(
                            company + "-global",
                            UUID.randomUUID().toString(),
                            known.tenant(),
                            "Vedoucí " + company,
                            company + "-global@" + company + ".example",
                            null,
                            List.of("GlobalAdmin")));
        }
    }

    private final Cast cast;

    /** Partnerships of the cast. */
    public Partnering(Cast cast) {
        this.cast = cast;
    }

    /** The Global admin of a company. */
    public Client global(String company) {
        return cast.of(company + "-global");
    }

    /** A provider asks a reseller; gives the partnership's path. */
    public String asked(String provider, String reseller) {
        Client asking = global(provider);
        asking.open("/partnerships/new?side=provider");
        Answer answer = asking.post("/partnerships", Map.of("side", "provider", "mpn-id", mpnId(reseller)));
        assertEquals(303, answer.status());
        return answer.location().orElseThrow();
    }

    /** The same, accepted. */
    public String active(String provider, String reseller) {
        String path = asked(provider, reseller);
        Answer answer = accept(global(reseller), path);
        assertEquals(303, answer.status());
        return path;
    }

    /** Presses Accept on a partnership's page, or at a link. */
    public static Answer accept(Client client, String path) {
        String statement =
                client.get(path).page().select("input[name=statement]").val();
        return client.post(path + "/acceptance", Map.of("statement", statement, "agrees", "yes"));
    }

    /** A company's number in the partner network. */
    public static String mpnId(String company) {
        UUID tenant = tenant(company);
        return "23450" + (10 + Integer.parseInt(tenant.toString().substring(24)));
    }

    /** A company's tenant id. */
    public static UUID tenant(String company) {
        return DemoPeople.companies().stream()
                .filter(known -> known.key().equals(company))
                .findFirst()
                .orElseThrow()
                .tenant();
    }
}
