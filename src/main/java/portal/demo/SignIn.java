package portal.demo;

import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import java.time.Instant;
import portal.demo.DemoPeople.Person;

/** Somebody signed in, for the client that asked in this request. */
record SignIn(Person person, AuthenticationRequest request, Instant at) {}
