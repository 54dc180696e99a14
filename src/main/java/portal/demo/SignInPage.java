package portal.demo;

import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import portal.demo.DemoPeople.Company;
import portal.demo.DemoPeople.Person;

/** The page on which one chooses whom to be. */
final class SignInPage {
    private static final Map<String, String> ROLES = Map.of(
            "GlobalAdmin", "Global admin",
            "AdminAgent", "Admin agent",
            "HelpdeskAgent", "Helpdesk agent");

    private static final Set<String> ANSWERS = Set.of(
            AuthorizationEndpoint.CHOSEN,
            PasswordSignIn.USER_NAME,
            PasswordSignIn.PASSWORD,
            PasswordSignIn.TICKET,
            PasswordSignIn.NEW_PASSWORD,
            PasswordSignIn.AGAIN);

    private SignInPage() {}

    static HTTPResponse of(
            List<Person> people,
            Map<String, List<String>> parameters,
            AuthenticationRequest request,
            Optional<String> problem) {
        String form = "<form method=\"post\" action=\"" + Discovery.AUTHORIZATION + "\">\n" + hidden(parameters);
        StringBuilder body = new StringBuilder("<p>Demo provider: choose whom to be. These need no passwords.</p>\n");
        problem.ifPresent(
                text -> body.append("<p role=\"alert\"><strong>" + ProviderPage.content(text) + "</strong></p>\n"));
        StringBuilder ready = new StringBuilder(form);
        groups(people, request.getLoginHint()).forEach((heading, members) -> ready.append(section(heading, members)));
        ready.append("</form>\n");
        String named = "<section aria-labelledby=\"named\">\n<h2 id=\"named\">Users added in the portal</h2>\n" + form
                + field(PasswordSignIn.USER_NAME, "User name", "text", "username")
                + field(PasswordSignIn.PASSWORD, "Password", "password", "current-password")
                + "<p><button>Sign in</button></p>\n</form>\n</section>\n";
        // who has just tried a password finds its fields at once
        body.append(problem.isPresent() ? named : ready).append(problem.isPresent() ? ready : named);
        return ProviderPage.page(problem.isPresent() ? 401 : 200, "Sign in", body.toString(), actions(request));
    }

    /** Browsers hold the redirect that answers the form to this list as well. */
    static String actions(AuthenticationRequest request) {
        return "'self' " + origin(request.getRedirectionURI());
    }

    static String field(String name, String label, String type, String autocomplete) {
        return "<p><label for=\"" + name + "\">" + label + "</label><br>\n<input id=\"" + name + "\" name=\"" + name
                + "\" type=\"" + type + "\" autocomplete=\"" + autocomplete + "\" required></p>\n";
    }

    /** What came with the request, without what was answered so far. */
    static String hidden(Map<String, List<String>> parameters) {
        StringBuilder fields = new StringBuilder();
        parameters.forEach((name, values) -> values.forEach(value -> fields.append(hidden(name, value))));
        return fields.toString();
    }

    private static Map<String, List<Person>> groups(List<Person> people, String hint) {
        Map<String, List<Person>> groups = new LinkedHashMap<>();
        people.stream()
                .filter(person -> person.value().equals(hint) || person.email().equalsIgnoreCase(hint))
                .findFirst()
                .ifPresent(person -> groups.put("Suggested", List.of(person)));
        groups.putAll(people.stream()
                .filter(person -> !groups.containsValue(List.of(person)))
                .collect(Collectors.groupingBy(SignInPage::heading, LinkedHashMap::new, Collectors.toList())));
        return groups;
    }

    private static String heading(Person person) {
        return DemoPeople.company(person.tenant())
                .map(company -> company.name() + " (" + company.country() + ", " + company.kind() + ")")
                .orElseGet(() -> domain(person));
    }

    private static String section(String heading, List<Person> members) {
        return members.stream()
                .map(SignInPage::button)
                .collect(Collectors.joining("", "<h2>" + ProviderPage.content(heading) + "</h2>\n<ul>\n", "</ul>\n"));
    }

    private static String button(Person person) {
        String company = DemoPeople.company(person.tenant()).map(Company::name).orElseGet(() -> domain(person));
        return "<li><button name=\"" + AuthorizationEndpoint.CHOSEN + "\" value=\""
                + ProviderPage.attribute(person.value()) + "\">"
                + ProviderPage.content(person.name() + ", " + role(person) + ", " + company) + "</button></li>\n";
    }

    private static String role(Person person) {
        if (person.roles() == null) {
            return "no roles told";
        }
        return person.roles().isEmpty()
                ? "User"
                : person.roles().stream()
                        .map(role -> ROLES.getOrDefault(role, role))
                        .collect(Collectors.joining(" and "));
    }

    private static String domain(Person person) {
        return person.email().substring(person.email().indexOf('@') + 1);
    }

    private static String hidden(String name, String value) {
        return ANSWERS.contains(name)
                ? ""
                : "<input type=\"hidden\" name=\"" + ProviderPage.attribute(name) + "\" value=\""
                        + ProviderPage.attribute(value) + "\">\n";
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}
