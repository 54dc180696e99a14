package portal.invitations;

import java.util.UUID;
import org.jdbi.v3.core.statement.PreparedBatch;
import portal.platform.database.Database;
import portal.platform.database.Ids;

/** Fills a partner's list of invitations: every tenth is revoked, the others are open. */
final class ManyInvitations {
    private ManyInvitations() {}

    /** So many, the last one the newest; some person of the partner has made them. */
    static void add(Database database, UUID partner, int many) {
        database.write(handle -> {
            UUID person = handle.createQuery("select id from person where tenant_id = :tenant limit 1")
                    .bind("tenant", partner)
                    .mapTo(UUID.class)
                    .one();
            PreparedBatch invitations = handle.prepareBatch(
                    """
                    insert into invitation
                      (id, kind, state, cloud, company, domain, email, language, created_by, created_at, validity_days,
                       expires_at)
                    values (:id, 'one', :state, 'public', :company, :domain, :email, 'cs', :person,
                      utc_timestamp(6), 30, utc_timestamp(6) + interval 30 day)
                    """);
            PreparedBatch parties = handle.prepareBatch(
                    """
                    insert into invitation_party (invitation_id, partner_id, capacity, inviter, delegated_admin, state)
                    values (:id, :partner, 'direct-bill', true, true, :state)
                    """);
            for (int i = 0; i < many; i++) {
                UUID id = Ids.next();
                String state = i % 10 == 0 ? "revoked" : "open";
                invitations
                        .bind("id", id)
                        .bind("state", state)
                        .bind("company", "firma " + i)
                        .bind("domain", "firma" + i + ".example")
                        .bind("email", "info@firma" + i + ".example")
                        .bind("person", person)
                        .add();
                parties.bind("id", id)
                        .bind("partner", partner)
                        .bind("state", state)
                        .add();
            }
            invitations.execute();
            parties.execute();
            return null;
        });
    }
}
