package portal.organizations;

import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface ProfileDao {
    @SqlQuery(
            """
            select id, country, legal_name, mpn_id, address_line1, address_line2, city, state_or_province, postal_code,
              phone, email, support_email, support_phone, support_website, language, time_zone, profile_version
            from organization
            where id = :id and kind = 'partner'
            """)
    Optional<Profile> find(UUID id);

    @SqlQuery(
            "select support_email as email, support_phone as phone, support_website as website from organization where id = :id")
    Optional<SupportProfile> support(UUID id);

    /** Of two who edit the same state one gets the row. */
    @SqlUpdate(
            """
            update organization
            set legal_name = :p.legalName, mpn_id = :p.mpnId, address_line1 = :p.addressLine1,
              address_line2 = :p.addressLine2, city = :p.city, state_or_province = :p.stateOrProvince,
              postal_code = :p.postalCode, phone = :p.phone, email = :p.email, support_email = :p.supportEmail,
              support_phone = :p.supportPhone, support_website = :p.supportWebsite, language = :p.language,
              time_zone = :p.timeZone, profile_version = profile_version + 1
            where id = :p.id and kind = 'partner' and profile_version = :p.profileVersion
            """)
    int change(@BindMethods("p") Profile profile);
}
