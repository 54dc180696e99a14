package portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.PluralRules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import portal.activity.Action;
import portal.customers.ListFilter;
import portal.customers.ListState;
import portal.enrolment.CapacityChoice;
import portal.enrolment.Decision;
import portal.enrolment.EnrolmentEvent;
import portal.enrolment.EnrolmentState;
import portal.enrolment.Import;
import portal.enrolment.ImportColumn;
import portal.enrolment.ImportOutcome;
import portal.invitations.InvitationEvent;
import portal.invitations.InvitationKind;
import portal.invitations.InvitationState;
import portal.invitations.MessageKind;
import portal.invitations.Sheet;
import portal.invitations.Verdict;
import portal.invitations.WonThrough;
import portal.partnerships.LinkVerdict;
import portal.partnerships.Obstacle;
import portal.partnerships.PartnershipAddress;
import portal.partnerships.PartnershipState;
import portal.partnerships.Side;
import portal.platform.access.Access;
import portal.platform.access.Capacity;
import portal.platform.access.Cloud;
import portal.platform.access.Footing;
import portal.platform.access.Role;
import portal.platform.database.Coded;
import portal.platform.texts.Language;
import portal.platform.texts.Texts;
import portal.platform.web.Refusal;
import portal.portfolio.Attention;
import portal.portfolio.DelegatedAdminState;
import portal.relationships.GrantEnd;
import portal.subscriptions.Billing;
import portal.subscriptions.CatalogueRow;
import portal.subscriptions.ProductKind;
import portal.subscriptions.SubscriptionState;
import portal.subscriptions.Term;
import portal.support.ChoiceOutcome;
import portal.support.Coverage;
import portal.support.CoverageFilter;
import portal.support.Lack;
import portal.users.ChangeKind;
import portal.users.Outcome;
import portal.users.RowProblem;
import portal.users.UserColumn;
import portal.users.UserState;

class TextsTest {
    private static final Texts ENGLISH = Texts.in(Language.EN);
    private static final Path EQUAL = Path.of("src", "test", "resources", "equal-texts.txt");

    private static final String[] LANGUAGES =
            Stream.of(Language.values()).map(Language::code).toArray(String[]::new);

    /** What follows a beginning that code puts together with a code; every such beginning is named here. */
    private static final Map<String, Set<String>> CODES = new HashMap<>();

    /** Why a line of a catalogue file is left out. */
    private static final Set<String> PROBLEMS = Set.of(
            "code",
            "name",
            "kind",
            "available",
            "usage",
            "licence",
            "seats",
            "twice",
            "two-products",
            "other-kind",
            "other-terms");

    static {
        code("access.refused.", Access.values(), Access.ANYONE, Access.SIGNED_IN, Access.SEE_SUPPORT);
        code("access.missing.", Footing.Need.values());
        code("activity.action.", Action.values());
        code("attention.", Attention.values());
        code("capacity.", Capacity.values());
        code("customers.capacity.", Capacity.values());
        code("customers.state.", ListState.values());
        code("customers.filters.dap.", DelegatedAdminState.values(), DelegatedAdminState.ASKED);
        code("customers.nothing.filter.", ListFilter.Kind.values());
        code("cloud.", Cloud.values());
        CODES.put("customers.csv.column.", columns("customers/CustomerFile.java"));
        code("customers.nothing.", ListState.values(), ListState.ALL);
        ended("customers.nothing.", "", ".text");
        code("customers.nothing.search.", ListState.values());
        CODES.put("customers.account.dap.", ended(Set.of("granted", "none", "removed"), "", ".text"));
        code("portfolio.dap.", DelegatedAdminState.values());
        CODES.put(
                "invitations.draft.template.",
                Set.of(
                        "subject",
                        "body",
                        "body-relationship-only",
                        "short",
                        "joint-subject",
                        "joint-body",
                        "joint-short",
                        "joint-sentence"));
        CODES.put(
                "settings.template.placeholder.",
                Set.of("link", "person", "partner", "city", "customer", "until", "phone", "email"));
        code("home.no-role.", Role.values(), Role.OPERATOR);
        code("cloud.", Cloud.values());
        code("enrolment.capacity.", CapacityChoice.values());
        ended("enrolment.capacity.", "", ".hint");
        code("enrolment.event.", EnrolmentEvent.Kind.values());
        code("enrolment.state.", EnrolmentState.values());
        code("flash.enrolment-", Decision.values());
        CODES.put("enrolment.reasoned.", ended(Set.of("declined", "suspended"), ".title", ".what", ".do"));
        CODES.put("emails.enrolment.", ended(Set.of("submitted", "corrected"), ".subject", ".heading", ".what"));
        CODES.put("emails.enrolment-", ended(codes(Decision.values()), ".subject", ".heading", ".what", ".next"));
        code("invitations.event.", InvitationEvent.Kind.values());
        code("invitations.new.capacity.", Capacity.values());
        code("invitations.sheet.", Sheet.Right.values());
        code("invitations.sheet.yes.", Sheet.Right.values());
        code("invitations.state.", InvitationState.values());
        code("invitations.summary.", Capacity.values());
        code("role.", Role.values());
        CODES.put("layout.theme.", Set.of("system", "light", "dark"));
        CODES.put("region.", regions());
        CODES.put("errors.", ended(codes(Refusal.Reason.values()), ".title", ".text"));
        Set<String> pages = codes(Verdict.values(), Verdict.SUMMARY, Verdict.DECIDE, Verdict.COMPANY);
        CODES.put("invitations.verdict.", ended(pages, ".title", ".text"));
        code("invitations.kind.", InvitationKind.values());
        code("invitations.won-through.", WonThrough.values());
        Set<String> written = codes(MessageKind.values(), MessageKind.NEW_LINK, MessageKind.RELEASE);
        CODES.put("invitations.message.", ended(written, "", ".what", ".note"));
        code("imports.column.", ImportColumn.values());
        code("imports.outcome.", ImportOutcome.values());
        code("imports.state.", Import.State.values(), Import.State.REMOVED);
        code("agreements.language.", Language.values());
        for (String beginning : List.of("index.", "ask.", "ask.whom.", "link.", "file.", "index.csv.", "nothing.")) {
            code("partnerships." + beginning, Side.values());
        }
        for (String beginning : List.of("mail.as.", "show.what.", "accept.asks.")) {
            code("partnerships." + beginning, Side.values());
        }
        ended("partnerships.index.", "", ".hint");
        ended("partnerships.nothing.", "", ".text");
        code("endings.partnership.orders.", Side.values());
        code("error.mpn-id.unknown.", Side.values());
        code("partnerships.state.", PartnershipState.values());
        code("partnerships.which.", PartnershipAddress.Which.values());
        code("partnerships.obstacle.", Obstacle.values());
        Set<String> refusals = codes(LinkVerdict.values(), LinkVerdict.SUMMARY, LinkVerdict.DECIDE);
        CODES.put("partnerships.verdict.", ended(refusals, ".title", ".text"));
        CODES.put("partnerships.statement.", Set.of("invite", "order", "customers", "support", "end"));
        CODES.put(
                "partnerships.column.",
                Set.of("company", "mpn-id", "country", "email", "phone", "state", "asked", "since", "ended"));
        CODES.put("customers.shared.column.", Set.of("reseller", "customer", "domain", "microsoft-id", "since"));
        code("flash.message-", MessageKind.values(), MessageKind.NEW_LINK);
        CODES.put("invitations.index.column.", columns("invitations/LedgerFile.java"));
        CODES.put(
                "settings.template.placeholder.",
                Set.of("link", "person", "partner", "city", "customer", "until", "phone", "email"));
        code("invitations.messages.", MessageKind.values());
        Set<String> mails = ended(
                Set.of("accepted", "agreement-accepted", "declined"),
                ".subject",
                ".heading",
                ".what",
                ".when",
                ".link");
        mails.addAll(Set.of("declined.reason"));
        mails.addAll(ended(codes(MessageKind.values()), ".subject", ".heading", ".what", ".link"));
        mails.addAll(ended(Set.of("expiring"), ".subject", ".heading", ".link"));
        mails.addAll(ended(Set.of("accepted-by-you"), ".subject", ".heading", ".link"));
        mails.addAll(ended(
                Set.of("support-designated", "support-released", "support-lost"),
                ".subject",
                ".heading",
                ".what",
                ".next",
                ".link"));
        code("support.coverage.", Coverage.values());
        code("support.filter.", CoverageFilter.values());
        code("support.obstacle.", Lack.values());
        code("support.way.", Lack.values());
        code("support.outcome.", ChoiceOutcome.values());
        code("support.forecast.", ChoiceOutcome.values());
        CODES.put("support.subscription.", Set.of("active", "suspended"));
        Set<String> told = Set.of(
                "subscription-ordered",
                "subscription-seats",
                "subscription-suspended",
                "subscription-resumed",
                "subscription-renewal-off",
                "subscription-renewal-on",
                "subscription-ended");
        mails.addAll(ended(told, ".subject", ".heading", ".what"));
        Set<String> partners = Set.of("accepted-jointly", "partnership-asked", "partnership-accepted");
        mails.addAll(ended(partners, ".subject", ".heading", ".link"));
        CODES.put("emails.", mails);
        code("endings.remove.title.", Capacity.values());
        code("endings.partners.can.", Capacity.values());
        code("privileges.end.", GrantEnd.values());
        CODES.put("emails.termination.privileges.", Set.of("given-up", "left", "none"));
        CODES.put("subscriptions.head.", columns("subscriptions/SubscriptionFile.java"));
        code("subscriptions.state.", SubscriptionState.values());
        code("subscriptions.kind.", ProductKind.values());
        code("subscriptions.term.", Term.values());
        code("subscriptions.billing.", Billing.values());
        code("catalogue.result.", CatalogueRow.Result.values());
        CODES.put("catalogue.problem.", PROBLEMS);
        CODES.put("catalogue.change.", Set.of("name", "seats", "on-sale", "off-sale"));
        CODES.put(
                "error.catalogue.", Set.of("missing", "too-large", "encoding", "columns", "torn", "empty", "too-long"));
        code("users.state.", UserState.values());
        code("users.change.", ChangeKind.values());
        code("users.column.", UserColumn.values());
        code("users.upload.column.", UserColumn.values());
        code("users.outcome.", Outcome.values());
        code("users.problem.", RowProblem.values());
        code("flash.licence-", Outcome.values(), Outcome.ADDED, Outcome.ADDED_WITHOUT, Outcome.TAKEN);
    }

    private static void code(String beginning, Coded[] all, Coded... without) {
        CODES.put(beginning, codes(all, without));
    }

    private static Set<String> codes(Coded[] all, Coded... without) {
        return Stream.of(all)
                .filter(one -> !List.of(without).contains(one))
                .map(Coded::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void ended(String beginning, String... endings) {
        CODES.put(beginning, ended(CODES.get(beginning), endings));
    }

    private static Set<String> ended(Set<String> codes, String... endings) {
        Set<String> all = new TreeSet<>();
        codes.forEach(code -> Stream.of(endings).forEach(ending -> all.add(code + ending)));
        return all;
    }

    /** Titles of the columns of the exported list. */
    private static Set<String> columns(String file) {
        String source = Sources.read(Sources.JAVA.resolve(file));
        String columns = source.substring(source.indexOf(" COLUMNS ="));
        return new TreeSet<>(Sources.literals(columns.substring(0, columns.indexOf(';'))));
    }

    private static Set<String> regions() {
        Set<String> regions = new TreeSet<>();
        Matcher row = Pattern.compile("\\('[A-Z]{2}', '([a-z-]+)'")
                .matcher(Sources.read(Sources.MIGRATIONS.resolve("V002__add_countries.sql")));
        while (row.find()) {
            regions.add(row.group(1));
        }
        return regions;
    }

    @Test
    void nobodyMissesATextInTheirLanguage() {
        for (Language language : Language.values()) {
            assertEquals(
                    new TreeSet<>(ENGLISH.keys()),
                    new TreeSet<>(Texts.in(language).keys()),
                    language.code());
        }
    }

    @Test
    void everyTextTakesTheSameArgumentsInEveryLanguage() {
        assertEachTranslation(
                "other arguments", (english, translated) -> arguments(english).equals(arguments(translated)));
    }

    @Test
    void everyTextHasTheSameMarkupInEveryLanguage() {
        assertEachTranslation("other markup", (english, translated) -> matches("</?[a-z][^>]*>", english)
                .equals(matches("</?[a-z][^>]*>", translated)));
    }

    @Test
    void nothingIsLeftInEnglish() {
        Set<String> equal = new TreeSet<>();
        eachTranslation((language, key, english, translated) -> {
            if (english.equals(translated)) {
                equal.add(language.code() + " " + key);
            }
        });
        Set<String> listed = new TreeSet<>(Sources.read(EQUAL).lines().toList());
        Set<String> untranslated = new TreeSet<>(equal);
        untranslated.removeAll(listed);
        assertEquals(Set.of(), untranslated, "Translate these, or list what is the same in both languages in " + EQUAL);
        listed.removeAll(equal);
        assertEquals(Set.of(), listed, "These are translated; take them out of " + EQUAL);
    }

    @Test
    void everyMessageCanBeRead() {
        List<String> wrong = new ArrayList<>();
        for (Language language : Language.values()) {
            Texts texts = Texts.in(language);
            for (String key : texts.keys()) {
                String text = texts.template(key);
                String problem = problem(text, language);
                if (problem != null) {
                    wrong.add(language.code() + " " + key + ": " + problem);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static String problem(String text, Language language) {
        if (text.isBlank() || !text.equals(text.strip())) {
            return "empty, or space around it";
        }
        if (text.indexOf('\'') >= 0) {
            return "a straight apostrophe quotes in messages; write ’";
        }
        try {
            new MessageFormat(text, language.icuLocale());
            return plurals(new MessagePattern(text), language);
        } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            return unreadable.getMessage();
        }
    }

    /** Every plural covers every number, by its category or, where that holds few numbers, by each of them. */
    private static String plurals(MessagePattern pattern, Language language) {
        PluralRules rules = PluralRules.forLocale(language.icuLocale());
        for (int part = 0; part < pattern.countParts(); part++) {
            if (pattern.getPart(part).getArgType() == MessagePattern.ArgType.PLURAL
                    && pattern.getPartType(part) == MessagePattern.Part.Type.ARG_START) {
                Set<String> selectors = selectors(pattern, part);
                for (String keyword : rules.getKeywords()) {
                    Collection<Double> numbers = rules.getAllKeywordValues(keyword);
                    boolean each = numbers != null
                            && numbers.stream().allMatch(number -> selectors.contains("=" + number.intValue()));
                    if (!selectors.contains(keyword) && !each) {
                        return "a plural without " + keyword;
                    }
                }
            }
        }
        return null;
    }

    private static Set<String> selectors(MessagePattern pattern, int start) {
        Set<String> selectors = new HashSet<>();
        int end = pattern.getLimitPartIndex(start);
        for (int part = start; part < end; part++) {
            if (pattern.getPartType(part) == MessagePattern.Part.Type.ARG_SELECTOR) {
                selectors.add(pattern.getSubstring(pattern.getPart(part)));
            }
        }
        return selectors;
    }

    @Test
    void nobodyMeetsAKeyInsteadOfAText() {
        Set<String> missing = new TreeSet<>(used());
        missing.removeAll(ENGLISH.keys());
        assertEquals(Set.of(), missing);
    }

    @Test
    void everyTextIsReadSomewhere() {
        Set<String> idle = new TreeSet<>(ENGLISH.keys());
        idle.removeAll(used());
        assertEquals(Set.of(), idle);
    }

    @Test
    void everyKeyPutTogetherIsAccountedFor() {
        Set<String> beginnings = new TreeSet<>();
        sources().values().forEach(source -> Sources.literals(source).stream()
                .filter(literal -> literal.matches("[a-z][a-z0-9-]*\\.([a-z0-9.-]+[.-])?") && known(literal))
                .forEach(beginnings::add));
        Set<String> expected = new TreeSet<>(CODES.keySet());
        expected.add("field.");
        assertEquals(expected, beginnings, "Say in CODES what may follow");
    }

    /** Every key that code or a template asks for, as far as reading them can tell. */
    private static Set<String> used() {
        Set<String> used = new TreeSet<>();
        Pattern asked = Pattern.compile(
                "(?:\\b(?:text|html|template|done|note|warning|notAllowed)\\(\\s*|\\bhint = )\"([^\"]+)\"(?!\\s*\\+)");
        sources().forEach((path, source) -> {
            Sources.literals(source).stream().filter(TextsTest::key).forEach(used::add);
            if (!path.startsWith("demo/")) {
                asked.matcher(source).results().forEach(found -> used.add(found.group(1)));
            }
        });
        used.removeIf(key -> !key.contains(".") || key.endsWith(".jte"));
        CODES.forEach((beginning, codes) -> codes.forEach(code -> used.add(beginning + code)));
        // a field for each language is named by a beginning
        fields().forEach(field -> used.addAll(
                field.endsWith("-") ? ended(Set.of("field." + field), LANGUAGES) : Set.of("field." + field)));
        return used;
    }

    /** Names of the fields that are labelled by their name, or named above a form that needs another look. */
    private static Set<String> fields() {
        Set<String> fields = new TreeSet<>();
        Sources.below(Sources.TEMPLATES, ".jte").values().forEach(source -> Markup.of(source).calls().stream()
                .filter(call -> call.template().matches("components\\.(field|area|select|choice)"))
                .forEach(call -> fields.addAll(Sources.literals(call.arguments().get("name")))));
        Pattern checked = Pattern.compile("errors\\.(?:add|text|required|email|domain|phone)\\(\\s*\"([a-z0-9-]+)\"");
        Sources.below(Sources.JAVA, ".java")
                .values()
                .forEach(source -> checked.matcher(source).results().forEach(found -> fields.add(found.group(1))));
        return fields;
    }

    private static Map<String, String> sources() {
        Map<String, String> sources = new TreeMap<>(Sources.below(Sources.JAVA, ".java"));
        Sources.below(Sources.TEMPLATES, ".jte")
                .forEach((path, source) -> sources.put(path, Markup.of(source).code()));
        assertFalse(sources.isEmpty());
        return sources;
    }

    private static boolean key(String literal) {
        return literal.matches("[a-z][a-z0-9-]*(\\.[a-z0-9-]*[a-z0-9])+") && known(literal);
    }

    /** Whether a literal begins as texts do, and not as a file or a column. */
    private static boolean known(String literal) {
        String first = literal.substring(0, literal.indexOf('.') + 1);
        return ENGLISH.keys().stream().anyMatch(key -> key.startsWith(first));
    }

    private interface Comparison {
        boolean holds(String english, String translated);
    }

    private interface Visit {
        void at(Language language, String key, String english, String translated);
    }

    private static void assertEachTranslation(String problem, Comparison comparison) {
        List<String> wrong = new ArrayList<>();
        eachTranslation((language, key, english, translated) -> {
            if (!comparison.holds(english, translated)) {
                wrong.add(language.code() + " " + key + ": " + problem);
            }
        });
        assertEquals(List.of(), wrong);
    }

    private static void eachTranslation(Visit visit) {
        for (Language language : Language.values()) {
            Texts texts = Texts.in(language);
            if (language != Language.EN) {
                ENGLISH.keys().stream()
                        .filter(texts.keys()::contains)
                        .forEach(key -> visit.at(language, key, ENGLISH.template(key), texts.template(key)));
            }
        }
    }

    private static Set<String> arguments(String text) {
        MessagePattern pattern = new MessagePattern(text);
        Set<String> arguments = new TreeSet<>();
        for (int part = 0; part < pattern.countParts(); part++) {
            MessagePattern.Part.Type type = pattern.getPartType(part);
            if (type == MessagePattern.Part.Type.ARG_NUMBER || type == MessagePattern.Part.Type.ARG_NAME) {
                arguments.add(pattern.getSubstring(pattern.getPart(part)));
            }
        }
        return arguments;
    }

    private static List<String> matches(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(java.util.regex.MatchResult::group)
                .sorted()
                .toList();
    }
}
