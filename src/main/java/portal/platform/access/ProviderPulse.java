package portal.platform.access;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Whether the provider answers now: asked before somebody is sent there, because what is away cannot send anybody back.
 * Nobody waits long for it; when a slow answer comes after all, the next one who asks has it.
 */
final class ProviderPulse {
    private static final Duration PATIENCE = Duration.ofMillis(800);
    private static final Duration LONGEST = Duration.ofSeconds(4);
    private static final long FRESH = TimeUnit.SECONDS.toNanos(2);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(LONGEST).build();
    private final HttpRequest question;
    private CompletableFuture<Boolean> asked = CompletableFuture.completedFuture(false);
    private volatile boolean answeredEver;
    private volatile long answeredAt;

    ProviderPulse(URI discovery) {
        question = HttpRequest.newBuilder(discovery).timeout(LONGEST).build();
    }

    boolean answers() {
        if (answeredEver && System.nanoTime() - answeredAt < FRESH) {
            return true;
        }
        // the first answer takes longer on both sides
        Duration patience = answeredEver ? PATIENCE : LONGEST;
        try {
            return ask().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException away) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized CompletableFuture<Boolean> ask() {
        if (asked.isDone()) {
            CompletableFuture<HttpResponse<Void>> answer = http.sendAsync(question, BodyHandlers.discarding());
            // the question's own limit ends with the headers; what comes too late is hung up on
            asked = answer.thenApply(this::heard)
                    .orTimeout(LONGEST.toMillis(), TimeUnit.MILLISECONDS)
                    .whenComplete((well, failure) -> answer.cancel(true));
        }
        return asked;
    }

    private boolean heard(HttpResponse<Void> answer) {
        boolean well = answer.statusCode() < 500;
        if (well) {
            answeredAt = System.nanoTime();
            answeredEver = true;
        }
        return well;
    }
}
