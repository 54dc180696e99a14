package portal.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Users who were passed on to the provider, kept in a file; it is small, so each change writes all of it. */
final class Accounts {
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Path file;

    /**
     * Those of a file.
     *
     * @param file null to keep them in memory only
     */
    Accounts(Path file) {
        this.file = file;
        if (file != null && Files.exists(file)) {
            try {
                json.readValue(file.toFile(), new TypeReference<List<Account>>() {})
                        .forEach(account -> accounts.put(account.id(), account));
            } catch (IOException exception) {
                throw new UncheckedIOException(exception);
            }
        }
    }

    synchronized Optional<Account> find(String id) {
        return Optional.ofNullable(accounts.get(id));
    }

    synchronized Optional<Account> named(String userName) {
        return accounts.values().stream()
                .filter(account -> account.userName().equalsIgnoreCase(userName))
                .findFirst();
    }

    synchronized Optional<Account> known(String externalId) {
        return accounts.values().stream()
                .filter(account -> account.externalId().equals(externalId))
                .findFirst();
    }

    synchronized void put(Account account) {
        accounts.put(account.id(), account);
        write();
    }

    /** Gives whether it was there. */
    synchronized boolean remove(String id) {
        boolean there = accounts.remove(id) != null;
        write();
        return there;
    }

    private void write() {
        if (file != null) {
            try {
                OwnerOnlyFile.replace(file, json.writeValueAsBytes(List.copyOf(accounts.values())));
            } catch (IOException exception) {
                throw new UncheckedIOException(exception);
            }
        }
    }
}
