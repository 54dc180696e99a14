package portal.platform.access;

import java.util.concurrent.TimeUnit;
import org.pac4j.oidc.config.OidcConfiguration;
import org.pac4j.oidc.metadata.OidcOpMetadataResolver;

/** What the provider says of itself, read anew each hour. Without this it is asked again without any time limit. */
final class ProviderMetadata extends OidcOpMetadataResolver {
    private static final long KEPT = TimeUnit.HOURS.toNanos(1);

    private volatile long readAt;

    ProviderMetadata(OidcConfiguration configuration) {
        super(configuration);
    }

    @Override
    public boolean hasChanged() {
        return loaded == null || System.nanoTime() - readAt > KEPT;
    }

    @Override
    protected void internalLoad() {
        super.internalLoad();
        readAt = System.nanoTime();
    }
}
