package portal.signin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import portal.platform.texts.Language;

interface PersonDao {
    String COLUMNS =
            """
            select id, issuer, subject, tenant_id, name, email, phone, roles, language, time_zone,
              erased_at is not null as erased
            from person
            """;

    @SqlQuery("select id from person where issuer = :issuer and subject = :subject")
    Optional<UUID> find(String issuer, String subject);

    @SqlQuery(COLUMNS + "where id = :id")
    Optional<Person> find(UUID id);

    @SqlQuery(COLUMNS + "where id in (<ids>)")
    List<Person> all(@BindList("ids") List<UUID> ids);

    @SqlUpdate(
            """
            insert into person
              (id, issuer, subject, tenant_id, name, email, phone, roles, created_at, last_signed_in_at)
            values (:id, :issuer, :subject, :tenant, :name, :email, :phone, :roles, :now, :now)
            """)
    void insert(
            UUID id,
            String issuer,
            String subject,
            UUID tenant,
            String name,
            String email,
            String phone,
            String roles,
            Instant now);

    @SqlUpdate(
            """
            update person
            set tenant_id = :tenant, name = :name, email = :email, phone = :phone, roles = :roles,
              last_signed_in_at = :now
            where id = :id
            """)
    void update(UUID id, UUID tenant, String name, String email, String phone, String roles, Instant now);

    @SqlUpdate("update person set language = :language where id = :id")
    void chooseLanguage(UUID id, Language language);

    @SqlQuery(COLUMNS + "where email = :email order by id limit 20")
    List<Person> withEmail(String email);

    @SqlQuery(
            COLUMNS
                    + """
            where tenant_id = :tenant and email is not null and roles like '%global-admin%'
            order by last_signed_in_at desc
            limit 3
            """)
    List<Person> administrators(UUID tenant);

    @SqlUpdate(
            """
            update person
            set name = :name, subject = concat('erased-', id), email = null, phone = null, roles = '', language = null,
              theme = null, time_zone = null, erased_at = :now
            where id = :id and erased_at is null
            """)
    int erase(UUID id, String name, Instant now);

    @SqlUpdate("delete from session where person_id = :id")
    void endSessions(UUID id);

    @SqlUpdate("update person set theme = :theme where id = :id")
    void chooseTheme(UUID id, String theme);

    @SqlUpdate("update person set language = :language, theme = :theme, time_zone = :timeZone where id = :id")
    void choose(UUID id, Language language, String theme, String timeZone);
}
