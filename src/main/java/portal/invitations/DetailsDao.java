package portal.invitations;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import portal.organizations.PartnerId;
import portal.platform.access.Capacity;

interface DetailsDao {
    @SqlQuery(
            InvitationDao.COLUMNS
                    + """
              join invitation_party p on p.invitation_id = i.id and p.partner_id = :partner and p.capacity = :capacity
            where i.domain = :domain and i.state = 'open' and i.expires_at > :now and i.id <> :except
            order by i.id desc
            limit 1
            """)
    Optional<Invitation> openToDomain(PartnerId partner, Capacity capacity, String domain, UUID except, Instant now);

    /** Of two who edit the same invitation one gets the row. */
    @SqlUpdate(
            """
            update invitation
            set company = :i.company, domain = :i.domain, email = :i.email, note = :i.note,
              won_through = :i.wonThrough, remind = :i.remind, validity_days = :i.validityDays,
              expires_at = :i.expiresAt, version = version + 1
            where id = :i.id and version = :i.version and state = 'open' and expires_at > :now
            """)
    int edit(@BindMethods("i") Invitation i, Instant now);
}
