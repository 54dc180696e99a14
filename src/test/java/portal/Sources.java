package portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The project's own files, for tests that read them. */
final class Sources {
    static final Path JAVA = Path.of("src", "main", "java", "portal");
    static final Path TEMPLATES = Path.of("templates");
    static final Path MIGRATIONS = Path.of("db", "migrations");

    private static final Pattern LITERAL =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);

    private Sources() {}

    /** Content of every file below a folder, by its path there. */
    static Map<String, String> below(Path folder, String ending) {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(folder)) {
            found.filter(file -> file.toString().endsWith(ending))
                    .forEach(
                            file -> files.put(folder.relativize(file).toString().replace('\\', '/'), read(file)));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        return files;
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    static void write(Path file, String content) {
        try {
            Files.writeString(file, content);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** The strings and text blocks of a Java source or template. */
    static List<String> literals(String source) {
        List<String> literals = new ArrayList<>();
        Matcher matcher = LITERAL.matcher(source);
        while (matcher.find()) {
            literals.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
        return literals;
    }
}
