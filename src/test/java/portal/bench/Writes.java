package portal.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import portal.invitations.Invitations;
import portal.organizations.Organization;
import portal.organizations.Organizations;
import portal.organizations.PartnerId;
import portal.platform.Config;
import portal.platform.Vault;
import portal.platform.access.Cloud;
import portal.platform.access.OrganizationKind;
import portal.platform.access.OrganizationState;
import portal.platform.database.Database;
import portal.platform.database.Ids;
import portal.platform.texts.Language;

/** Makes invitations and accepts them, in rounds, because a partner has at most 200 open ones. */
final class Writes {
    private static final int ROUND = 150;
    private static final Pattern SHEET = Pattern.compile("name=\"sheet\" value=\"([0-9a-f]{64})\"");

    private final Database database;
    private final Vault vault;
    private final Load load;
    private final int port;
    private final Config config;
    private int number;

    /** What it cost. */
    record Cost(Tally created, Tally accepted) {}

    private record Invited(UUID id, String domain) {}

    Writes(Database database, Config config, Load load) {
        this.database = database;
        this.config = config;
        this.load = load;
        vault = new Vault(config.keys());
        port = config.port();
    }

    /** Some rounds by the admin of a partner. */
    Cost rounds(int rounds, PartnerId partner, SignedIn admin) {
        Cost cost = new Cost(new Tally(), new Tally());
        for (int i = 0; i < rounds; i++) {
            List<Invited> invited = new ArrayList<>();
            cost.created().add(load.each(303, creations(Asked.by(admin, port), invited)));
            database.write(handle -> handle.execute(
                    "update invitation_party set closed_at = now() where partner_id = ? and closed_at is null",
                    partner.value()));
            cost.accepted().add(load.each(303, acceptances(partner, invited)));
        }
        return cost;
    }

    private List<byte[]> creations(Asked admin, List<Invited> invited) {
        List<byte[]> requests = new ArrayList<>();
        for (int i = 0; i < ROUND; i++) {
            UUID id = Ids.next();
            String domain =
                    "nova" + number++ + "-" + Long.toString(id.getLeastSignificantBits() >>> 32, 36) + ".example";
            invited.add(new Invited(id, domain));
            requests.add(admin.post(
                    "/invitations",
                    Map.of(
                            "id",
                            id.toString(),
                            "delegated-admin",
                            "yes",
                            "company",
                            "Nová firma " + number + " s.r.o.",
                            "domain",
                            domain,
                            "email",
                            "info@" + domain,
                            "language",
                            "cs",
                            "days",
                            "30")));
        }
        return requests;
    }

    /** Each by a customer of its own, that has looked at the link before. */
    private List<byte[]> acceptances(PartnerId partner, List<Invited> invited) {
        Invitations invitations = new Invitations(database, vault, config);
        List<byte[]> requests = new ArrayList<>();
        for (Invited one : invited) {
            String link = invitations.link(invitations.find(partner, one.id()).orElseThrow());
            String path = link.substring(link.indexOf("/portals/"));
            String address = "10.0." + requests.size() / 100 + "." + requests.size() % 100;
            Asked customer = Asked.by(customer(one.domain()), port).from(address);
            Matcher sheet = SHEET.matcher(load.once(200, customer.get(path)).text());
            if (!sheet.find()) {
                throw new IllegalStateException("no sheet at the link");
            }
            requests.add(customer.post(
                    path + "/acceptance",
                    Map.of(
                            "sheet", sheet.group(1),
                            "agrees", "yes",
                            "first-name", "Jiří",
                            "last-name", "Řezníček",
                            "email", "info@" + one.domain(),
                            "phone", "")));
        }
        return requests;
    }

    private SignedIn customer(String domain) {
        UUID tenant = Ids.next();
        SignedIn person = database.write(handle -> SignedIn.as(handle, vault, tenant, "global-admin", domain));
        new Organizations(database)
                .registerCustomer(
                        new Organization(
                                tenant,
                                OrganizationKind.CUSTOMER,
                                OrganizationState.ACTIVE,
                                "Nová firma " + domain,
                                domain,
                                true,
                                "CZ",
                                null,
                                Cloud.PUBLIC,
                                "Dlouhá 12",
                                null,
                                "Čáslav",
                                null,
                                "286 01",
                                null,
                                null,
                                null,
                                Language.CS,
                                "Europe/Prague"),
                        person.person(),
                        Instant.now());
        return person;
    }
}
