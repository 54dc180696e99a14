package portal.platform.web;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import portal.platform.texts.Language;
import portal.platform.texts.Texts;

/** The page for what cannot be read as a request, such as an over-long address: Jetty refuses it before we see it. */
final class BarePage extends ErrorHandler {
    @Override
    protected void generateResponse(
            Request request, Response response, int code, String message, Throwable cause, Callback callback) {
        Texts texts = Texts.in(Language.accepted(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE)));
        String reason = "errors." + (code < 500 ? Refusal.Reason.BAD_REQUEST : Refusal.Reason.FAILED).code();
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/html; charset=utf-8");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        Content.Sink.write(response, true, page(texts, reason), callback);
    }

    private static String page(Texts texts, String reason) {
        String title = texts.text(reason + ".title");
        return "<!DOCTYPE html><html lang=\"" + texts.language().code() + "\"><head><meta charset=\"utf-8\"><title>"
                + title + "</title></head><body><main><h1>" + title + "</h1><p>" + texts.text(reason + ".text")
                + "</p></main></body></html>";
    }
}
