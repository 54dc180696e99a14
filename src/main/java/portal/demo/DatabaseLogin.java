package portal.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The demo database's only user that signs in over TCP, and the statements that make it and the schemas at each start. */
record DatabaseLogin(String user, String password, List<String> schemas) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern PLAIN_NAME = Pattern.compile("[a-z0-9_]{1,64}");

    static DatabaseLogin random(List<String> schemas) {
        byte[] secret = new byte[16];
        RANDOM.nextBytes(secret);
        schemas.forEach(DatabaseLogin::plainName);
        return new DatabaseLogin("portal", HexFormat.of().formatHex(secret), List.copyOf(schemas));
    }

    static String plainName(String schema) {
        if (!PLAIN_NAME.matcher(schema).matches()) {
            throw new IllegalArgumentException("Not a plain schema name: " + schema);
        }
        return schema;
    }

    Path writeInitFile(Path file) throws IOException {
        OwnerOnlyFile.replace(file, statements());
        return file;
    }

    // The server reads one statement per line and runs the file at every start.
    private String statements() {
        String account = "'" + user + "'@'127.0.0.1'";
        String identified = account + " IDENTIFIED BY '" + password + "';\n";
        return schemas.stream()
                .map(schema -> "CREATE DATABASE IF NOT EXISTS `" + schema
                        + "` CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;\n")
                .collect(Collectors.joining(
                        "",
                        "",
                        "CREATE USER IF NOT EXISTS " + identified + "ALTER USER " + identified
                                + "GRANT ALL PRIVILEGES ON *.* TO " + account + ";\n"));
    }
}
