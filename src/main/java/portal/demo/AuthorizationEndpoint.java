package portal.demo;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.openid.connect.sdk.AuthenticationErrorResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import portal.demo.DemoPeople.Person;

/** Shows the sign-in page, and sends the client a code once a person has been chosen. */
final class AuthorizationEndpoint implements Endpoint {
    static final String CHOSEN = "person";

    private final Registrations registrations;
    private final PasswordSignIn passwords;
    private final ShortLived<SignIn> codes;
    private final Clock clock;
    private final Supplier<URI> issuer;

    AuthorizationEndpoint(
            Registrations registrations,
            PasswordSignIn passwords,
            ShortLived<SignIn> codes,
            Clock clock,
            Supplier<URI> issuer) {
        this.registrations = registrations;
        this.passwords = passwords;
        this.codes = codes;
        this.clock = clock;
        this.issuer = issuer;
    }

    @Override
    public HTTPResponse answer(HTTPRequest request) {
        Map<String, List<String>> parameters = Parameters.of(request);
        Optional<URI> redirectUri = Parameters.address(parameters, "redirect_uri")
                .filter(address -> registrations
                        .clientAt(Parameters.only(parameters, "client_id"), address)
                        .isPresent());
        // Whoever sent this is not known to own the address, so nobody is sent there.
        return redirectUri
                .map(address -> answer(request, parameters, address))
                .orElseGet(() -> ProviderPage.refusal("This client or redirect address is not registered."));
    }

    private HTTPResponse answer(HTTPRequest request, Map<String, List<String>> parameters, URI redirectUri) {
        try {
            AuthenticationRequest authentication = AuthenticationRequest.parse(parameters);
            Optional<ErrorObject> fault = SignInRules.fault(authentication);
            return fault.isPresent()
                    ? error(redirectUri, fault.get(), authentication.getState())
                    : answer(request, parameters, authentication);
        } catch (ParseException failure) {
            ErrorObject fault = Optional.ofNullable(failure.getErrorObject()).orElse(OAuth2Error.INVALID_REQUEST);
            return error(redirectUri, fault, State.parse(Parameters.only(parameters, "state")));
        }
    }

    private HTTPResponse answer(
            HTTPRequest request, Map<String, List<String>> parameters, AuthenticationRequest authentication) {
        if (request.getMethod() != HTTPRequest.Method.POST) {
            return page(parameters, authentication, Optional.empty());
        }
        if (PasswordSignIn.sent(parameters)) {
            return passwords.answer(
                    parameters,
                    authentication,
                    person -> success(person, authentication),
                    problem -> page(parameters, authentication, Optional.of(problem)));
        }
        return registrations
                .person(Parameters.only(parameters, CHOSEN))
                .map(person -> success(person, authentication))
                .orElseGet(() -> page(parameters, authentication, Optional.empty()));
    }

    private HTTPResponse page(
            Map<String, List<String>> parameters, AuthenticationRequest authentication, Optional<String> problem) {
        return SignInPage.of(registrations.people(), parameters, authentication, problem);
    }

    private HTTPResponse success(Person person, AuthenticationRequest authentication) {
        AuthorizationCode code = new AuthorizationCode();
        codes.put(code.getValue(), new SignIn(person, authentication, clock.instant()));
        return Redirect.to(new AuthenticationSuccessResponse(
                        authentication.getRedirectionURI(),
                        code,
                        null,
                        null,
                        authentication.getState(),
                        null,
                        new Issuer(issuer.get()),
                        ResponseMode.QUERY)
                .toURI());
    }

    private HTTPResponse error(URI redirectUri, ErrorObject fault, State state) {
        return Redirect.to(
                new AuthenticationErrorResponse(redirectUri, fault, state, new Issuer(issuer.get()), ResponseMode.QUERY)
                        .toURI());
    }
}
