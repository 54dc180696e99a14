package portal.demo;

import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import portal.demo.DemoPeople.Company;
import portal.demo.DemoPeople.Person;

/** The page on which one chooses whom to be. */
final class SignInPage {
    private static final Map<String, String> ROLES = Map.of(
            "GlobalAdmin", "Global admin",
            "AdminAgent", "Admin agent",
            "HelpdeskAgent", "Helpdesk agent");

    private SignInPage() {}

    static HTTPResponse of(List<Person> people, Map<String, List<String>> parameters, AuthenticationRequest request) {
        StringBuilder body = new StringBuilder("<p>Demo provider: choose whom to be. There are no passwords.</p>\n")
                .append("<form method=\"post\" action=\"" + Discovery.AUTHORIZATION + "\">\n");
        parameters.forEach((name, values) -> values.forEach(value -> body.append(hidden(name, value))));
        groups(people, request.getLoginHint()).forEach((heading, members) -> body.append(section(heading, members)));
        body.append("</form>");
        // Browsers hold the redirect that answers the form to this list as well.
        return ProviderPage.page(200, "Sign in", body.toString(), "'self' " + origin(request.getRedirectionURI()));
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
        return name.equals(AuthorizationEndpoint.CHOSEN)
                ? ""
                : "<input type=\"hidden\" name=\"" + ProviderPage.attribute(name) + "\" value=\""
                        + ProviderPage.attribute(value) + "\">\n";
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}
