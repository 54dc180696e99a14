package portal.partnerships;

import java.time.Instant;
import java.util.List;
import portal.organizations.Organization;
import portal.organizations.SupportProfile;
import portal.platform.web.FormErrors;
import portal.platform.web.Page;

/** Pages about partnerships. */
public final class PartnershipPages {
    private PartnershipPages() {}

    /**
     * The partnerships of one side.
     *
     * @param previous address of the page above; null on the first
     * @param next address of the page below; null on the last
     * @param stopped whether the search may find further ones on the page below
     */
    public record Index(
            PartnershipAddress address, List<PartnershipRow> rows, String previous, String next, boolean stopped)
            implements Page {}

    /**
     * Asking: first whom, then whether it is the one.
     *
     * @param side of the organization that asks; null when it has to be chosen
     * @param found whom the MPN ID belongs to; null while it was not looked up
     * @param obstacle why the two cannot become partners; null for nothing
     * @param link how things stand with the own link; null when there is none that works
     */
    public record Ask(
            Side side,
            AskForm form,
            FormErrors errors,
            Organization found,
            Obstacle obstacle,
            Statement statement,
            PartnershipLink link)
            implements Page {}

    /**
     * One partnership.
     *
     * @param side of the visitor's organization
     * @param other the organization on the other side
     * @param support how its support is reached
     * @param obstacle why it cannot be accepted any more; null for nothing
     * @param changed whether the statement is another than the one that was accepted
     */
    public record Show(
            Partnership partnership,
            Side side,
            Organization other,
            SupportProfile support,
            Statement statement,
            Obstacle obstacle,
            FormErrors errors,
            boolean changed)
            implements Page {}

    /** A link that was just made; it is shown once. */
    public record LinkMade(Side side, String link, Instant expiresAt) implements Page {}

    /**
     * What the one who follows a partner's link sees.
     *
     * @param asking whose link it is
     * @param side of the asking organization
     * @param signIn whether nobody is signed in
     */
    public record Link(
            String path,
            Organization asking,
            Side side,
            Statement statement,
            boolean signIn,
            FormErrors errors,
            boolean changed)
            implements Page {}

    /**
     * A link that does not lead to a partnership for this visitor.
     *
     * @param asking whose link it is; null when it does not work
     * @param partnership the one there is already; null otherwise
     */
    public record LinkRefused(LinkVerdict verdict, String path, Organization asking, Partnership partnership)
            implements Page {}
}
