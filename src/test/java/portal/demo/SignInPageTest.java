package portal.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import nu.validator.client.EmbeddedValidator;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import portal.demo.DemoPeople.Person;

class SignInPageTest {
    private static DemoProvider provider;
    private static OIDCProviderMetadata metadata;

    @BeforeAll
    static void startProvider() throws Exception {
        DemoProvider.Client client =
                new DemoProvider.Client("portal", "secret", List.of(ProviderSession.CALLBACK), List.of());
        provider = DemoProvider.start(0, null, client, DemoPeople.people());
        metadata = OIDCProviderMetadata.resolve(new Issuer(provider.issuer()));
    }

    @AfterAll
    static void stopProvider() {
        provider.close();
    }

    @Test
    void everybodyHasAButtonUnderTheirCompany() throws Exception {
        Document page = page(request());
        List<String> values = page.select("form button[name=person]").eachAttr("value");
        assertEquals(DemoPeople.people().stream().map(Person::value).toList(), values);
        assertEquals(
                "Szabó Katalin, Global admin, Kék Duna Informatika Zrt.",
                page.select("button[value=direct-global]").text());
        assertEquals(
                "Kék Duna Informatika Zrt. (HU, direct bill)",
                page.selectFirst("h2").text());
    }

    @Test
    void hintMovesAPersonToTheTop() throws Exception {
        Document page = page(request().loginHint("customer-b-global"));
        assertEquals("customer-b-global", page.selectFirst("button").attr("value"));
        assertEquals(
                DemoPeople.people().size(), page.select("button[name=person]").size());
    }

    @Test
    void pageIsShownToChooseAnAccountAgainButNotInSilence() throws Exception {
        Prompt choose = new Prompt(Prompt.Type.SELECT_ACCOUNT);
        assertTrue(page(request().prompt(choose)).select("button").size() > 1);
        URI silent = request().prompt(new Prompt(Prompt.Type.NONE)).build().toURI();
        assertEquals(
                "login_required",
                ProviderSession.redirect(ProviderSession.get(silent))
                        .toErrorResponse()
                        .getErrorObject()
                        .getCode());
    }

    @Test
    void whatComesWithTheRequestIsEscaped() throws Exception {
        Document page = page(request().customParameter("x\"><b>", "\"><script>alert(1)</script>"));
        assertEquals(0, page.select("script, b").size());
        assertEquals(
                "\"><script>alert(1)</script>", page.select("input[name^=x]").attr("value"));
    }

    @Test
    void pageIsValidAndLoadsNothing() throws Exception {
        HttpResponse<String> answer = ProviderSession.get(request().build().toURI());
        assertEquals(
                "text/html;charset=utf-8",
                answer.headers()
                        .firstValue("Content-Type")
                        .orElseThrow()
                        .toLowerCase(Locale.ROOT)
                        .replace(" ", ""));
        String policy = answer.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertTrue(policy.startsWith("default-src 'none'; style-src 'sha256-"), policy);
        assertTrue(policy.contains("form-action 'self' http://localhost:8080;"), policy);
        EmbeddedValidator validator = new EmbeddedValidator();
        validator.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
        assertEquals(
                "", validator.validate(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8))));
    }

    private static AuthenticationRequest.Builder request() {
        return new ProviderSession(metadata).request();
    }

    private static Document page(AuthenticationRequest.Builder request) throws Exception {
        HttpResponse<String> answer = ProviderSession.get(request.build().toURI());
        assertEquals(200, answer.statusCode());
        return Jsoup.parse(answer.body());
    }
}
