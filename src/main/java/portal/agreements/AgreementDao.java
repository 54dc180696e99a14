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
    String COLUMNS =
            """
            select a.id, a.version, a.country, t.language, t.title, t.body, t.digest
            from agreement a join agreement_text t on t.agreement_id = a.id
            """;

    /**
     * With {@code t.language in (:language, 'en')} MariaDB (seen in 11.4) keeps a statement prepared for {@code 'en'} as
     * {@code t.language = 'en'} for good, and everybody after reads English.
     */
    String IN_FORCE =
            """
            where field(a.country, 'ZZ', :country) > 0 and a.effective_from <= :now
              and field(t.language, 'en', :language) > 0
            order by field(a.country, 'ZZ', :country) desc, a.effective_from desc, a.id desc,
              field(t.language, 'en', :language) desc
            limit 1
            """;

    @SqlQuery(COLUMNS + IN_FORCE)
    Optional<Agreement> current(String country, Language language, Instant now);

    /** A row of the query below. */
    record InForce(
            UUID id,
            String version,
            String country,
            String language,
            String title,
            String body,
            byte[] digest,
            String acceptedLanguage,
            byte[] acceptedDigest,
            boolean acceptedAny) {
        Agreements.InForce asSeen() {
            Agreements.Accepted accepted = acceptedLanguage == null
                    ? null
                    : new Agreements.Accepted(id, version, acceptedLanguage, acceptedDigest);
            return new Agreements.InForce(
                    new Agreement(id, version, country, language, title, body, digest), accepted, acceptedAny);
        }
    }

    /** The same with how a customer stands to it. */
    @SqlQuery(
            """
            select a.id, a.version, a.country, t.language, t.title, t.body, t.digest,
              c.language as accepted_language, c.digest as accepted_digest,
              exists (select 1 from agreement_acceptance o where o.customer_id = :customer) as accepted_any
            from agreement a
              join agreement_text t on t.agreement_id = a.id
              left join agreement_acceptance c on c.agreement_id = a.id and c.customer_id = :customer
            """
                    + IN_FORCE)
    Optional<InForce> inForce(CustomerId customer, String country, Language language, Instant now);

    @SqlQuery(COLUMNS + "where a.id = :agreement and t.language = :language")
    Optional<Agreement> text(UUID agreement, String language);

    @SqlQuery(
            """
            select c.agreement_id, a.version, c.language, c.digest
            from agreement_acceptance c join agreement a on a.id = c.agreement_id
            where c.customer_id = :customer and c.agreement_id = :agreement
            """)
    Optional<Agreements.Accepted> accepted(CustomerId customer, UUID agreement);

    @SqlQuery(
            """
            select a.version, c.accepted_at
            from agreement_acceptance c join agreement a on a.id = c.agreement_id
            where c.customer_id = :customer
            order by c.accepted_at desc
            limit 1
            """)
    Optional<Agreements.Acceptance> lastAcceptance(CustomerId customer);

    /** Required versions newer than all the customer has accepted of this country's; it has accepted some version. */
    @SqlQuery(
            """
            select count(*) from agreement r
            where r.country = :country and r.effective_from <= :now and r.required_from <= :now
              and exists (select 1 from agreement_acceptance c where c.customer_id = :customer)
              and not exists (
                select 1 from agreement_acceptance c join agreement a on a.id = c.agreement_id
                where c.customer_id = :customer and a.country = r.country and a.effective_from >= r.effective_from)
            """)
    int missing(CustomerId customer, String country, Instant now);

    @SqlUpdate(
            """
            insert into agreement_acceptance
              (id, customer_id, agreement_id, language, digest, first_name, last_name, email, phone, person_id,
               accepted_at, ip, user_agent, request_id)
            values
              (:id, :customer, :agreement.id, :agreement.language, :agreement.digest, :contact.firstName,
               :contact.lastName, :contact.email, :contact.phone, :person, :now, :press.ip, :press.userAgent,
               :press.requestId)
            """)
    void insert(
            UUID id,
            CustomerId customer,
            @BindMethods("agreement") Agreement agreement,
            @BindMethods("contact") Agreements.Contact contact,
            @BindMethods("press") Agreements.Press press,
            UUID person,
            Instant now);
}
