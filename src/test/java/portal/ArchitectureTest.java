package portal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    /** Imports go to an earlier line only; packages of one line do not know each other. */
    private static final List<Set<String>> CHAIN = List.of(
            Set.of("platform"),
            Set.of("activity"),
            Set.of("organizations"),
            Set.of("signin"),
            Set.of("agreements", "partnerships", "portfolio"),
            Set.of("relationships"),
            Set.of("invitations", "subscriptions", "enrolment"),
            Set.of("users", "support"),
            Set.of("customers", "endings", "lookup"),
            Set.of("operating"),
            Set.of("home", "information"),
            Set.of(""),
            Set.of("Main", "demo"));

    /** The package that alone writes a table; the countries are written by migrations. */
    private static final Map<String, String> OWNERS = owners(
            "platform: outbox_mail scheduled_tasks country",
            "activity: activity_entry",
            "organizations: organization organization_capacity",
            "signin: person session session_token sign_in_attempt",
            "agreements: agreement agreement_text agreement_acceptance",
            "portfolio: portfolio_entry portfolio_label portfolio_token portfolio_resorting",
            "portfolio: bill_to customer_note",
            "customers: saved_view service_link service_request",
            "relationships: relationship delegated_admin_grant removal",
            "endings: termination_notice renegotiation",
            "partnerships: partnership partnership_link",
            "relationships: shared_customer",
            "invitations: invitation invitation_party invitation_link invitation_draft invitation_event invitation_message",
            "subscriptions: product offer subscription seat_pool catalogue_upload",
            "enrolment: enrolment enrolment_event terms_text terms_acceptance",
            "enrolment: import import_row imported_customer",
            "users: customer_user customer_user_token licence directory_change user_batch user_batch_row",
            "support: support_designation support_watch support_change support_change_row",
            "lookup: recent_look_up",
            "invitations: invitation_release draft_template acceptance_evidence evidence_chain");

    /** The log keeps ids only, so that erasing a person erases the name there too; it reads the names when shown. */
    private static final Set<String> READ_RIGHTWARDS = Set.of("activity person", "activity organization");

    private static final Pattern WRITE = Pattern.compile(
            "(?<!duplicate key )\\b(?:insert(?: ignore)? into|replace into|update|delete(?: [a-z]+)? from)\\s+([a-z_]+)\\b");
    private static final Pattern READ = Pattern.compile("\\b(?:from|join)\\s+([a-z_]+)\\b");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("portal");

    @Test
    void strangersToTheChainHaveAPlaceInIt() {
        Set<String> places = new TreeSet<>();
        CLASSES.forEach(type -> places.add(place(type)));
        assertFalse(places.isEmpty());
        CHAIN.forEach(places::removeAll);
        assertEquals(Set.of(), places, "Name the package in the import chain");
    }

    @Test
    void importsGoLeftwardsOnly() {
        Set<String> wrong = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (target.getPackageName().matches("portal(\\..*)?") && !leftwards(place(type), place(target))) {
                    wrong.add(type.getName() + " uses " + target.getName());
                }
            }
        }
        assertEquals(Set.of(), wrong, "platform ← … ← home ← App ← Main, demo");
    }

    @Test
    void templatesFollowTheSameChain() {
        Set<String> wrong = new TreeSet<>();
        Pattern use = Pattern.compile("(?:@import portal|@template)\\.([a-z]+)\\.");
        Sources.below(Sources.TEMPLATES, ".jte").forEach((path, source) -> {
            String from = templatePlace(path.substring(0, path.indexOf('/')));
            Matcher matcher = use.matcher(source);
            while (matcher.find()) {
                if (!leftwards(from, templatePlace(matcher.group(1)))) {
                    wrong.add(path + " uses " + matcher.group(1));
                }
            }
        });
        assertEquals(Set.of(), wrong);
    }

    private static String templatePlace(String folder) {
        return Set.of("layout", "components", "emails").contains(folder) ? "platform" : folder;
    }

    private static boolean leftwards(String from, String to) {
        return from.equals(to) || line(to) < line(from);
    }

    private static int line(String place) {
        for (int i = 0; i < CHAIN.size(); i++) {
            if (CHAIN.get(i).contains(place)) {
                return i;
            }
        }
        throw new AssertionError(place + " has no place in the import chain");
    }

    private static String place(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.");
        if (parts.length > 1) {
            return parts[1];
        }
        return type.getSimpleName().equals("Main") ? "Main" : "";
    }

    @Test
    void platformPackagesDoNotGoInCircles() {
        slices().matching("portal.platform.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void nobodyOutsideAPackageSeesItsSql() {
        classes()
                .that()
                .resideInAPackage("portal..")
                .and()
                .haveSimpleNameEndingWith("Dao")
                .should()
                .bePackagePrivate()
                .andShould()
                .beInterfaces()
                .check(CLASSES);
    }

    @Test
    void librariesStayWhereTheyAreWrapped() {
        only("org.pac4j..", "portal.platform.access..");
        only("com.nimbusds..", "portal.platform.access..", "portal.demo..");
        only("org.simplejavamail..", "portal.platform.mail..", "portal.demo..");
        only("jakarta.mail..", "portal.platform.mail..", "portal.demo..");
        only("gg.jte..", "portal.platform.web..", "portal.platform.texts..", "portal.demo..");
        only("io.javalin..", "portal.platform.web..", "portal.demo..");
        only("jakarta.servlet..", "portal.platform.web..");
        only("io.github.bucket4j..", "portal.platform.web..");
        only("com.zaxxer..", "portal.platform.database..");
        only("org.flywaydb..", "portal.platform.database..");
        only("com.github.kagkarlsson..", "portal.platform.jobs..");
        only("com.fasterxml.jackson..", "portal.users..", "portal.demo..");
        only("ch.vorburger..", "portal.demo..");
    }

    private static void only(String library, String... packages) {
        noClasses()
                .that()
                .resideInAPackage("portal..")
                .and()
                .resideOutsideOfPackages(packages)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CLASSES);
    }

    @Test
    void namesSayWhatAThingIs() {
        List<String> vague = CLASSES.stream()
                .map(JavaClass::getSimpleName)
                .filter(name -> name.matches(".*(Service|Manager|Helper|Utils?|Impl)"))
                .toList();
        assertEquals(List.of(), vague);
    }

    @Test
    void everyTableHasAnOwner() {
        Set<String> tables = new TreeSet<>();
        Pattern create = Pattern.compile("(?m)^create table ([a-z_]+)");
        Sources.below(Sources.MIGRATIONS, ".sql")
                .values()
                .forEach(sql -> create.matcher(sql).results().forEach(found -> tables.add(found.group(1))));
        assertEquals(tables, new TreeSet<>(OWNERS.keySet()));
    }

    @Test
    void nobodyWritesTablesOfOthers() {
        assertEquals(Set.of(), statements(WRITE, (place, table) -> place.equals(OWNERS.get(table))));
    }

    @Test
    void nobodyReadsTablesToTheRight() {
        assertEquals(
                Set.of(),
                statements(
                        READ,
                        (place, table) ->
                                leftwards(place, OWNERS.get(table)) || READ_RIGHTWARDS.contains(place + " " + table)));
    }

    private interface Rule {
        boolean allows(String place, String table);
    }

    private static Set<String> statements(Pattern statement, Rule rule) {
        Set<String> wrong = new TreeSet<>();
        Set<String> seen = new HashSet<>();
        Sources.below(Sources.JAVA, ".java").forEach((path, source) -> {
            String place = path.contains("/") ? path.substring(0, path.indexOf('/')) : "";
            for (String literal : Sources.literals(source)) {
                Matcher matcher = statement.matcher(literal);
                while (matcher.find()) {
                    String table = matcher.group(1);
                    if (OWNERS.containsKey(table)) {
                        seen.add(table);
                        if (!rule.allows(place, table)) {
                            wrong.add(path + " has " + matcher.group());
                        }
                    }
                }
            }
        });
        assertFalse(seen.isEmpty());
        return wrong;
    }

    private static Map<String, String> owners(String... lines) {
        Map<String, String> owners = new HashMap<>();
        for (String line : lines) {
            String[] parts = line.split(": ");
            Stream.of(parts[1].split(" ")).forEach(table -> owners.put(table, parts[0]));
        }
        return owners;
    }

    @Test
    void strangersToTheCodeFindASentenceOnEverythingPublic() {
        List<String> silent = new ArrayList<>();
        Sources.below(Sources.JAVA, ".java").forEach((path, source) -> {
            String[] lines = source.split("\n");
            for (int i = 0; i < lines.length; i++) {
                if (lines[i].matches("\\s*public .*[({].*") && !told(lines, i)) {
                    silent.add(path + ":" + (i + 1) + " " + lines[i].strip());
                }
            }
        });
        assertEquals(List.of(), silent);
    }

    /** Walks up over annotations to the end of a Javadoc comment; what overrides is told elsewhere. */
    private static boolean told(String[] lines, int declaration) {
        for (int i = declaration - 1; i >= 0; i--) {
            String line = lines[i].strip();
            if (line.equals("@Override") || line.endsWith("*/")) {
                return true;
            }
            if (line.isEmpty() || line.endsWith("{") || line.endsWith("}") || line.endsWith(";")) {
                return false;
            }
        }
        return false;
    }
}
