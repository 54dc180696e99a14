package portal.demo;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The demo's cast: who can sign in, and the companies they work for. The ids never change between runs. */
public final class DemoPeople {
    private static final List<Company> COMPANIES = List.of(
            company("direct", 1, "Kék Duna Informatika Zrt.", "kek-duna.example", "HU", "direct bill"),
            company("reseller", 2, "Modrá Řeka IT s.r.o.", "modra-reka.example", "CZ", "indirect reseller"),
            company("reseller2", 3, "Zielony Bór Systemy Sp. z o.o.", "zielony-bor.example", "PL", "indirect reseller"),
            company("provider", 4, "Bałtyk Dystrybucja S.A.", "baltyk-dystrybucja.example", "PL", "indirect provider"),
            company("provider2", 5, "Vltava Distribution a.s.", "vltava.example", "CZ", "indirect provider"),
            company("dual", 6, "Moravia Cloud s.r.o.", "moravia-cloud.example", "CZ", "direct bill, indirect reseller"),
            company("gov", 7, "Potomac Cloud Services LLC", "potomac-cloud.example", "US", "direct bill"),
            company("germany", 8, "Rheinwolke GmbH", "rheinwolke.example", "DE", "direct bill"),
            company("outside", 9, "Maple Cloud Inc.", "maple-cloud.example", "CA", "direct bill"),
            company("newcomer", 10, "Krkonošský Cloud s.r.o.", "krkonossky-cloud.example", "CZ", "not enrolled yet"),
            company("applicant", 11, "Sudety Online Sp. z o.o.", "sudety-online.example", "PL", "waiting for approval"),
            company("customer-a", 21, "Jizerské sklo a.s.", "jizerske-sklo.example", "CZ", "customer"),
            company("customer-b", 22, "Łąki Mazurskie Sp. z o.o.", "laki-mazurskie.example", "PL", "customer"),
            company("customer-c", 23, "Balatoni Vitorlás Kft.", "balatoni-vitorlas.example", "HU", "customer"),
            company("customer-outside", 24, "Hudson Orchards Inc.", "hudson-orchards.example", "US", "customer"),
            company("operator", 31, "Středoevropský portál z.s.", "stredoevropsky-portal.example", "CZ", "operator"));

    private static final List<String> GLOBAL = List.of("GlobalAdmin");
    private static final List<String> ADMIN = List.of("AdminAgent");
    private static final List<String> HELPDESK = List.of("HelpdeskAgent");

    private static final List<Person> PEOPLE = List.of(
            person("direct-global", 1, "direct", "Szabó Katalin", "katalin.szabo", "+36 1 555 0101", GLOBAL),
            person("direct-admin", 2, "direct", "Kovács Gergő", "gergo.kovacs", "+36 1 555 0102", ADMIN),
            person("direct-helpdesk", 3, "direct", "Tóth Eszter", "eszter.toth", "+36 1 555 0103", HELPDESK),
            person("norole", 4, "direct", "Varga Bálint", "balint.varga", null, null),
            person("reseller-global", 5, "reseller", "Tereza Nováková", "tereza.novakova", "+420 255 550 101", GLOBAL),
            person("reseller-admin", 6, "reseller", "Ondřej Dvořák", "ondrej.dvorak", "+420 255 550 102", ADMIN),
            person("reseller-helpdesk", 7, "reseller", "Šárka Křížová", "sarka.krizova", null, HELPDESK),
            person("reseller2-admin", 8, "reseller2", "Małgorzata Wiśniewska", "malgorzata.wisniewska", null, ADMIN),
            person("provider-global", 9, "provider", "Paweł Kamiński", "pawel.kaminski", "+48 58 555 01 01", GLOBAL),
            person("provider-admin", 10, "provider", "Agnieszka Zając", "agnieszka.zajac", "+48 58 555 01 02", ADMIN),
            person("provider-helpdesk", 11, "provider", "Łukasz Wójcik", "lukasz.wojcik", null, HELPDESK),
            person("provider2-admin", 12, "provider2", "Vojtěch Procházka", "vojtech.prochazka", null, ADMIN),
            person("dual-admin", 13, "dual", "Žaneta Horáková", "zaneta.horakova", "+420 533 550 101", ADMIN),
            person("gov-global", 14, "gov", "Denise Carter", "denise.carter", "+1 202 555 0101", GLOBAL),
            person("germany-global", 15, "germany", "Jürgen Schäfer", "juergen.schaefer", "+49 221 5550101", GLOBAL),
            person("outside-global", 16, "outside", "Émilie Tremblay", "emilie.tremblay", "+1 514 555 0101", GLOBAL),
            person("customer-a-global", 17, "customer-a", "Jiří Řezníček", "jiri.reznicek", "+420 485 550 101", GLOBAL),
            person("customer-a-user", 18, "customer-a", "Alžběta Malá", "alzbeta.mala", null, List.of()),
            person("customer-b-global", 19, "customer-b", "Żaneta Gąsior", "zaneta.gasior", "+48 89 555 01 01", GLOBAL),
            person("customer-c-global", 20, "customer-c", "Őry Zsófia", "zsofia.ory", "+36 87 555 101", GLOBAL),
            person(
                    "customer-outside-global",
                    21,
                    "customer-outside",
                    "Walter Brooks",
                    "walter.brooks",
                    "+1 845 555 0101",
                    GLOBAL),
            person(
                    "newcomer-global",
                    23,
                    "newcomer",
                    "Vlasta Šimůnková",
                    "vlasta.simunkova",
                    "+420 499 555 101",
                    GLOBAL),
            person("newcomer-admin", 24, "newcomer", "Radim Kopecký", "radim.kopecky", null, ADMIN),
            person("applicant-global", 25, "applicant", "Grażyna Pawlak", "grazyna.pawlak", "+48 75 555 01 01", GLOBAL),
            person("operator", 22, "operator", "Helena Součková", "helena.souckova", null, List.of("Operator")));

    private DemoPeople() {}

    /**
     * One who can sign in.
     *
     * @param value what the sign-in page's button sends
     * @param subject the {@code sub} claim
     * @param tenant the {@code tid} claim, the company's tenant
     * @param phone null when there is none
     * @param roles the {@code roles} claim; null leaves the claim out
     */
    public record Person(
            String value, String subject, UUID tenant, String name, String email, String phone, List<String> roles) {
        /** Keeps the roles as they are now. */
        public Person {
            roles = roles == null ? null : List.copyOf(roles);
        }
    }

    /**
     * A company with people.
     *
     * @param key the first part of its people's values
     * @param kind what it is for others, such as "indirect reseller" or "customer"
     */
    public record Company(String key, UUID tenant, String name, String domain, String country, String kind) {}

    /** Everybody who can sign in at the start of the demo. */
    public static List<Person> people() {
        return PEOPLE;
    }

    /** Every company of the cast, also the one the portal does not know yet. */
    public static List<Company> companies() {
        return COMPANIES;
    }

    /**
     * The person behind a value such as {@code direct-admin}.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Person person(String value) {
        return PEOPLE.stream()
                .filter(person -> person.value().equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nobody in the demo is called " + value));
    }

    /** The company of a tenant, when it belongs to the cast. */
    public static Optional<Company> company(UUID tenant) {
        return COMPANIES.stream()
                .filter(company -> company.tenant().equals(tenant))
                .findFirst();
    }

    private static Company company(String key, int number, String name, String domain, String country, String kind) {
        UUID tenant = UUID.fromString(String.format(Locale.ROOT, "7e4a47c0-0000-4000-8000-%012d", number));
        return new Company(key, tenant, name, domain, country, kind);
    }

    private static Person person(
            String value, int number, String company, String name, String mailbox, String phone, List<String> roles) {
        Company employer = COMPANIES.stream()
                .filter(candidate -> candidate.key().equals(company))
                .findFirst()
                .orElseThrow();
        String subject = String.format(Locale.ROOT, "9e550a00-0000-4000-8000-%012d", number);
        return new Person(value, subject, employer.tenant(), name, mailbox + "@" + employer.domain(), phone, roles);
    }
}
