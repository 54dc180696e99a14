package portal.partnerships;

import portal.platform.Platform;

/** Providers and resellers who work together. */
public record PartnershipFeature(Partnerships partnerships) {
    /** Adds the routes. */
    public static PartnershipFeature addTo(Platform platform) {
        PartnershipEmails emails = new PartnershipEmails(platform.config(), platform.renderer());
        Partnerships partnerships = new Partnerships(platform.database(), platform.outbox(), emails);
        PartnershipLinks links =
                new PartnershipLinks(platform.database(), platform.vault(), platform.config(), partnerships);

        new AskRoutes(platform.database(), partnerships, links, platform.mailAdded()).addTo(platform.routes());
        new PartnershipRoutes(platform.database(), partnerships, platform.mailAdded()).addTo(platform.routes());
        new PartnershipLinkRoutes(links, platform.mailAdded()).addTo(platform.routes());
        return new PartnershipFeature(partnerships);
    }
}
