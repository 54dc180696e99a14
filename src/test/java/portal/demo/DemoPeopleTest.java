package portal.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import portal.demo.DemoPeople.Company;
import portal.demo.DemoPeople.Person;

class DemoPeopleTest {
    @Test
    void nobodySharesAnIdWithAnother() {
        for (Function<Person, Object> id :
                List.<Function<Person, Object>>of(Person::value, Person::subject, Person::email)) {
            assertEquals(25, DemoPeople.people().stream().map(id).distinct().count());
        }
        assertEquals(
                DemoPeople.companies().size(),
                DemoPeople.companies().stream().map(Company::tenant).distinct().count());
    }

    @Test
    void valueBeginsWithTheCompanyAndTheAddressEndsWithItsDomain() {
        for (Person person : DemoPeople.people()) {
            Company company = DemoPeople.company(person.tenant()).orElseThrow();
            assertTrue(person.value().equals("norole") || person.value().startsWith(company.key()), person.value());
            assertTrue(person.email().endsWith("@" + company.domain()), person.email());
        }
    }

    @Test
    void rolesFollowTheValue() {
        assertEquals(
                List.of("HelpdeskAgent"), DemoPeople.person("provider-helpdesk").roles());
        assertEquals(List.of("Operator"), DemoPeople.person("operator").roles());
        assertEquals(List.of(), DemoPeople.person("customer-a-user").roles());
        assertNull(DemoPeople.person("norole").roles());
        assertThrows(IllegalArgumentException.class, () -> DemoPeople.person("nobody"));
    }
}
