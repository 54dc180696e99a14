package portal.support;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether a partner may support a subscription. The seller always may; others need an active relationship to the customer
 * as its reseller, an active partnership with the seller, and delegated admin privileges, and must not be suspended. Where
 * a subscription was bought elsewhere there is no seller to be a partner of, and a relationship in any capacity counts.
 *
 * <p>{@link #COLUMNS} is the one query that knows this: chooser, acting contact, board, watch and customers' page join the
 * subscription as {@code s} and the partner as {@code c}, and read its columns. Where nobody was designated there is no
 * {@code c}, and nothing is looked up.
 *
 * @param selling whether it is the seller
 */
public record Eligibility(boolean selling, boolean active, boolean related, boolean partnered, boolean delegatedAdmin) {
    private static final String SELLING = "c.id <=> s.seller_id";

    private static final String ACTIVE = "c.state = 'active'";

    private static final String RELATED =
            """
            (c.id is not null and exists (select 1 from relationship er
              where er.partner_id = c.id and er.customer_id = s.customer_id and er.still_open = 1
                and (er.capacity = 'indirect-reseller' or s.seller_id is null)))
            """;

    private static final String PARTNERED =
            """
            (s.seller_id is null or (c.id is not null and exists (select 1 from partnership ep
              where ep.provider_id = s.seller_id and ep.reseller_id = c.id and ep.still_open = 1
                and ep.state = 'active')))
            """;

    private static final String DELEGATED_ADMIN =
            """
            (c.id is not null and exists (select 1 from delegated_admin_grant eg
              where eg.partner_id = c.id and eg.customer_id = s.customer_id and eg.still_open = 1))
            """;

    /** The components of this record, of the subscription {@code s} and the partner {@code c}. */
    static final String COLUMNS = SELLING + " as selling, " + ACTIVE + " as active, " + RELATED + " as related, "
            + PARTNERED + " as partnered, " + DELEGATED_ADMIN + " as delegated_admin\n";

    /** Whether it holds, as a condition. */
    static final String HOLDS = "(" + SELLING + " or (" + ACTIVE + " and " + RELATED + " and " + PARTNERED + " and "
            + DELEGATED_ADMIN + "))\n";

    /** Whether the partner may support it. */
    public boolean holds() {
        return obstacles().isEmpty();
    }

    /** What is missing, in the order it is mended. */
    public List<Lack> obstacles() {
        List<Lack> missing = new ArrayList<>();
        if (selling) {
            return missing;
        }
        if (!active) {
            missing.add(Lack.SUSPENDED);
        }
        if (!related) {
            missing.add(Lack.RELATIONSHIP);
        }
        if (!partnered) {
            missing.add(Lack.PARTNERSHIP);
        }
        if (!delegatedAdmin) {
            missing.add(Lack.DELEGATED_ADMIN);
        }
        return missing;
    }

    /** How a subscription is supported of which this partner is the choice. */
    Coverage coverage() {
        if (holds()) {
            return Coverage.DESIGNATED;
        }
        return active ? Coverage.LOST : Coverage.SUSPENDED;
    }
}
