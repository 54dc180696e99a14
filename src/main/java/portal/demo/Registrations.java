package portal.demo;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import portal.demo.DemoPeople.Person;
import portal.demo.DemoProvider.Client;

/** The clients and people the demo's OpenID provider knows; both may grow while it runs. */
final class Registrations {
    private final Map<String, Client> clients = new ConcurrentHashMap<>();
    private final Map<String, Person> people = new LinkedHashMap<>();

    Registrations(Client client, List<Person> people) {
        register(client);
        people.forEach(this::add);
    }

    void register(Client client) {
        clients.put(client.id(), client);
    }

    Optional<Client> client(String id) {
        return Optional.ofNullable(clients.get(id));
    }

    Optional<Client> clientAt(String id, URI redirectUri) {
        return client(id).filter(client -> client.redirectUris().contains(redirectUri));
    }

    synchronized void add(Person person) {
        people.put(person.value(), person);
    }

    synchronized List<Person> people() {
        return List.copyOf(people.values());
    }

    synchronized Optional<Person> person(String value) {
        return Optional.ofNullable(people.get(value));
    }

    /** Whether an address is that of one of the ready people. */
    synchronized boolean hasMailbox(String address) {
        return people.values().stream().anyMatch(person -> person.email().equalsIgnoreCase(address));
    }
}
