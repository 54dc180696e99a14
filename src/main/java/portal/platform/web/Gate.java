package portal.platform.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import portal.platform.access.Access;
import portal.platform.access.Visitor;

/** Stands before every handler: the form must be ours and the visitor must have the route's access. */
final class Gate {
    /** Who was refused what. */
    static final Logger AUDIT = LoggerFactory.getLogger("portal.audit");

    private static final String NOBODY = "nobody";

    private static final String FORM = "application/x-www-form-urlencoded";

    private final Function<Context, Request> requests;
    private final Set<String> origins;

    Gate(Function<Context, Request> requests, Set<String> origins) {
        this.requests = requests;
        this.origins = origins;
    }

    Handler guard(Routes.Route route) {
        return context -> {
            Request request = requests.apply(context);
            context.attribute(RequestLog.ROUTE, route.path());
            // what strangers upload is not even read
            boolean upload = route.body() == Routes.Body.UPLOAD;
            if (upload && !admit(context, request, route.access())) {
                return;
            }
            if (upload || route.body() == Routes.Body.FORM) {
                checkForm(context, request, upload);
            }
            if (upload || admit(context, request, route.access())) {
                route.handler().handle(request);
            }
        };
    }

    /** A POST from our own page, by what the browser says and by the token only that page has. */
    private void checkForm(Context context, Request request, boolean upload) {
        if (upload ? !isUpload(context.contentType()) : !isPlainForm(context.contentType())) {
            throw Refusal.of(Refusal.Reason.WRONG_CONTENT_TYPE);
        }
        String site = context.header("Sec-Fetch-Site");
        boolean own = site != null ? site.equals("same-origin") : origins.contains(origin(context));
        if (!own || !request.tokenMatches()) {
            String person = request.person()
                    .map(visitor -> visitor.personId().toString())
                    .orElse(NOBODY);
            AUDIT.info("refused a form from elsewhere to person {}", person);
            throw Refusal.of(Refusal.Reason.FORGED_FORM);
        }
    }

    private static boolean isUpload(String contentType) {
        return String.valueOf(contentType).toLowerCase(Locale.ROOT).startsWith("multipart/form-data;");
    }

    /** Fields in UTF-8; nothing is uploaded. */
    private static boolean isPlainForm(String contentType) {
        String type = String.valueOf(contentType)
                .toLowerCase(Locale.ROOT)
                .replace(" ", "")
                .replace("\"", "");
        return type.equals(FORM) || type.equals(FORM + ";charset=utf-8");
    }

    private static String origin(Context context) {
        String origin = context.header("Origin");
        return origin == null ? "" : origin;
    }

    private boolean admit(Context context, Request request, Access access) {
        if (access == Access.ANYONE) {
            // not even the session is read, so that styles are served while the database is away
            return true;
        }
        switch (access.check(request.person())) {
            case ALLOWED:
                return true;
            case SIGN_IN_FIRST:
                boolean comesBack = context.method().equals(HandlerType.GET);
                request.redirect("/sign-in" + (comesBack ? "?return=" + encode(request.address()) : ""));
                return false;
            case REFUSED:
                Visitor visitor = request.visitor();
                AUDIT.info("refused {} to person {}", access.code(), visitor.personId());
                String organization =
                        visitor.organization().map(Visitor.Organization::name).orElse("");
                throw Refusal.notAllowed(access.refusal(visitor).orElseThrow(), organization);
            case NOT_FOUND:
            default:
                AUDIT.info(
                        "did not show {} to person {}",
                        access.code(),
                        request.visitor().personId());
                throw Refusal.notFound();
        }
    }

    private static String encode(String address) {
        return URLEncoder.encode(address, StandardCharsets.UTF_8);
    }

    /** Scheme, host and port as a browser writes them in Origin. */
    static String originOf(URI address) {
        return address.getScheme() + "://" + authorityOf(address);
    }

    /** Host and port as a browser writes them in Host: lower case, without the scheme's own port. */
    static String authorityOf(URI address) {
        int standard = "https".equals(address.getScheme()) ? 443 : 80;
        boolean plain = address.getPort() < 0 || address.getPort() == standard;
        return address.getHost().toLowerCase(Locale.ROOT) + (plain ? "" : ":" + address.getPort());
    }
}
