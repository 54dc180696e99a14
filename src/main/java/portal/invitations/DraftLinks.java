package portal.invitations;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import portal.platform.Config;
import portal.platform.Vault;
import portal.platform.web.Cookies;
import portal.platform.web.Request;

/**
 * The link of a draft that somebody has before them. Where the portal does not keep links to show them again, the secret
 * of the one just made stays with its maker for an hour, sealed in a cookie, so that the draft can be finished.
 */
public final class DraftLinks {
    private static final String PURPOSE = "draft link";
    private static final Duration TIME = Duration.ofHours(1);

    private final Links links;
    private final Vault vault;
    private final Config config;

    /** Links kept in the database or not, as the portal is set up. */
    public DraftLinks(Links links, Vault vault, Config config) {
        this.links = links;
        this.vault = vault;
        this.config = config;
    }

    /** A secret for a new link. */
    String secret() {
        return links.secret();
    }

    /** A link was made. Of a form sent twice only one secret is that of a link. */
    void remember(Request request, InvitationId id, String secret) {
        if (config.linksShownAgain() || !links.works(id, secret)) {
            return;
        }
        String text = id + " " + request.now().plus(TIME).getEpochSecond() + " " + secret;
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(vault.seal(PURPOSE, text));
        request.cookie(Cookies.LINK, value, TIME);
    }

    /** The link, as long as it can be shown. */
    Optional<String> find(Request request, Invitation invitation) {
        Optional<String> kept = config.linksShownAgain() ? links.kept(invitation) : Optional.empty();
        return kept.or(() ->
                        remembered(request, invitation.id()).filter(secret -> links.works(invitation.id(), secret)))
                .map(secret -> links.address(invitation, secret));
    }

    /** The link, also when only a text that was sent still holds it. */
    Optional<String> find(Request request, Invitation invitation, String text) {
        Optional<String> link = find(request, invitation);
        if (link.isPresent() || config.linksShownAgain()) {
            return link;
        }
        Optional<String> secret = links.in(text, invitation);
        secret.ifPresent(found -> remember(request, invitation.id(), found));
        return secret.map(found -> links.address(invitation, found));
    }

    private Optional<String> remembered(Request request, InvitationId id) {
        try {
            String cookie = String.valueOf(request.cookie(Cookies.LINK));
            byte[] value = Base64.getUrlDecoder().decode(cookie.getBytes(StandardCharsets.US_ASCII));
            String[] parts = vault.open(PURPOSE, value).split(" ");
            boolean over = Instant.ofEpochSecond(Long.parseLong(parts[1])).isBefore(request.now());
            return over || !parts[0].equals(id.toString()) ? Optional.empty() : Optional.of(parts[2]);
        } catch (IllegalArgumentException missingOrForged) {
            return Optional.empty();
        }
    }
}
