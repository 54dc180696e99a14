package portal.demo;

import com.nimbusds.common.contenttype.ContentType;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import gg.jte.html.escape.Escape;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The frame of the provider's pages: HTML without scripts or anything from elsewhere. */
final class ProviderPage {
    private static final String STYLE =
            """
            :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
            body { margin: 0 auto; max-width: 44rem; padding: 1.5rem 1rem 3rem; }
            h1 { font-size: 1.5rem; margin: 0 0 .5rem; }
            h2 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
            h2 span { font-weight: normal; }
            ul { display: grid; gap: .5rem; list-style: none; margin: 0; padding: 0; }
            button { background: Canvas; border: 1px solid GrayText; border-radius: .375rem; color: CanvasText;
              cursor: pointer; font: inherit; min-height: 2.75rem; padding: .5rem .75rem; text-align: start; width: 100%; }
            input { background: Canvas; border: 1px solid GrayText; border-radius: .375rem; box-sizing: border-box;
              color: CanvasText; font: inherit; min-height: 2.75rem; padding: .5rem .75rem; width: 100%; }
            input:focus-visible { outline: 3px solid Highlight; outline-offset: 2px; }
            button:hover { border-color: CanvasText; text-decoration: underline; }
            button:focus-visible { outline: 3px solid Highlight; outline-offset: 2px; }
            """;

    private ProviderPage() {}

    static HTTPResponse refusal(String text) {
        return page(400, "Request refused", "<p>" + content(text) + "</p>", "'none'");
    }

    static HTTPResponse signedOut() {
        return page(200, "Signed out", "<p>You are signed out. You may close this page.</p>", "'none'");
    }

    static HTTPResponse page(int status, String title, String body, String formAction) {
        HTTPResponse response = new HTTPResponse(status);
        response.setEntityContentType(new ContentType("text", "html", StandardCharsets.UTF_8));
        response.setCacheControl("no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src '" + hash(STYLE) + "'; form-action " + formAction
                        + "; base-uri 'none'; frame-ancestors 'none'");
        response.setBody(
                """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$s - demo accounts</title>
                <style>%2$s</style>
                </head>
                <body>
                <main>
                <h1>%1$s</h1>
                %3$s
                </main>
                </body>
                </html>
                """
                        .formatted(content(title), STYLE, body));
        return response;
    }

    static String content(String text) {
        StringOutput output = new StringOutput();
        Escape.htmlContent(text, output);
        return output.toString();
    }

    static String attribute(String text) {
        StringOutput output = new StringOutput();
        Escape.htmlAttribute(text, output);
        return output.toString();
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
