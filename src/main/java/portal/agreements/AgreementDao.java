package portal.agreements;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import portal.organizations.CustomerId;
import portal.platform.texts.Language;

interface AgreementDao {
    @SqlQuery(
            """
            select a.id, a.version, a.country, t.language, t.title, t.body, t.digest
            from agreement a join agreement_text t on t.agreement_id = a.id
            where a.country in (:country, 'ZZ') and a.effective_from <= :now and t.language in (:language, 'en')
            order by a.country = :country desc, a.effective_from desc, t.language = :language desc
            limit 1
            """)
    Optional<Agreement> current(String country, Language language, Instant now);

    @SqlQuery("select count(*) from agreement_acceptance where customer_id = :customer and agreement_id = :agreement")
    int acceptances(CustomerId customer, UUID agreement);

    @SqlQuery(
            """
            select a.version, c.accepted_at
            from agreement_acceptance c join agreement a on a.id = c.agreement_id
            where c.customer_id = :customer
            order by c.accepted_at desc
            limit 1
            """)
    Optional<Agreements.Acceptance> lastAcceptance(CustomerId customer);

    @SqlUpdate(
            """
            insert into agreement_acceptance
              (id, customer_id, agreement_id, language, digest, first_name, last_name, email, phone, person_id,
               accepted_at)
            values
              (:id, :customer, :agreement.id, :agreement.language, :agreement.digest, :contact.firstName,
               :contact.lastName, :contact.email, :contact.phone, :person, :now)
            """)
    void insert(
            UUID id,
            CustomerId customer,
            @BindMethods("agreement") Agreement agreement,
            @BindMethods("contact") Agreements.Contact contact,
            UUID person,
            Instant now);
}
