package portal.customers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import portal.organizations.CustomerId;
import portal.organizations.PartnerId;

interface ServiceRequestDao {
    @SqlQuery(
            """
            select r.id, r.number, r.called_on, r.subject, p.name as noted_by, r.noted_at
            from service_request r left join person p on p.id = r.noted_by
            where r.partner_id = :partner and r.customer_id = :customer and r.id < :before
            order by r.id desc
            limit :limit
            """)
    List<ServiceRequest> newestBefore(PartnerId partner, CustomerId customer, UUID before, int limit);

    @SqlQuery(
            """
            select count(*) from service_request
            where partner_id = :partner and customer_id = :customer and id = :id
            """)
    int noted(PartnerId partner, CustomerId customer, UUID id);

    @SqlUpdate(
            """
            insert into service_request
              (id, partner_id, customer_id, number, called_on, subject, noted_by, noted_at)
            values (:id, :partner, :customer, :number, :calledOn, :subject, :person, :now)
            """)
    void insert(
            UUID id,
            PartnerId partner,
            CustomerId customer,
            String number,
            LocalDate calledOn,
            String subject,
            UUID person,
            Instant now);
}
