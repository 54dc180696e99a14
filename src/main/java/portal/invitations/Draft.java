package portal.invitations;

import java.time.Instant;
import portal.platform.texts.Language;

/** The text that brings an invitation to the customer; {@code {link}} stands where the link goes. */
public record Draft(Language language, String subject, String body, Instant savedAt) {}
