package portal.portfolio;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import portal.organizations.CustomerId;
import portal.organizations.PartnerId;

interface BillToDao {
    @SqlQuery(
            """
            select name, address_line1, ifnull(address_line2, '') as address_line2, city,
              ifnull(state_or_province, '') as state_or_province, ifnull(postal_code, '') as postal_code, country, version
            from bill_to where partner_id = :partner and customer_id = :customer
            """)
    Optional<BillTo> find(PartnerId partner, CustomerId customer);

    @SqlUpdate(
            """
            insert into bill_to
              (partner_id, customer_id, name, address_line1, address_line2, city, state_or_province, postal_code, country,
               changed_by, changed_at)
            values
              (:partner, :customer, :b.name, :b.addressLine1, nullif(:b.addressLine2, ''), :b.city,
               nullif(:b.stateOrProvince, ''), nullif(:b.postalCode, ''), :b.country, :person, :now)
            """)
    int insert(PartnerId partner, CustomerId customer, @BindMethods("b") BillTo billTo, UUID person, Instant now);

    @SqlUpdate(
            """
            update bill_to
            set name = :b.name, address_line1 = :b.addressLine1, address_line2 = nullif(:b.addressLine2, ''),
              city = :b.city, state_or_province = nullif(:b.stateOrProvince, ''),
              postal_code = nullif(:b.postalCode, ''), country = :b.country, changed_by = :person, changed_at = :now,
              version = version + 1
            where partner_id = :partner and customer_id = :customer and version = :b.version
            """)
    int update(PartnerId partner, CustomerId customer, @BindMethods("b") BillTo billTo, UUID person, Instant now);
}
