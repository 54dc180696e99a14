package portal.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Where the browser is: the configured one, an installed one, Playwright's own, or Debian's package, which root installs
 * at once. Without any of them the tests fail and say what to do; they are never skipped.
 */
final class Chromium {
    static final String SETTING = "PORTAL_CHROMIUM";

    private static final List<String> NAMES = List.of(
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
            "microsoft-edge",
            "microsoft-edge-stable",
            "chrome.exe",
            "msedge.exe");
    private static final List<String> USUAL = List.of(
            "C:/Program Files/Google/Chrome/Application/chrome.exe",
            "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge");
    /** The font has the letters of all four languages. */
    private static final List<String> PACKAGES = List.of("chromium", "fonts-dejavu-core");

    private static final int MOST_MINUTES = 10;

    private Chromium() {}

    /**
     * The program to start.
     *
     * @param own where Playwright would keep a browser that it brought along
     */
    static Path find(Path own) {
        return configured()
                .or(Chromium::installed)
                .or(() -> Optional.of(own).filter(Files::isExecutable))
                .or(Chromium::installedNow)
                .orElseThrow(() -> new IllegalStateException("The browser tests found no browser. Install Chromium,"
                        + " Google Chrome or Microsoft Edge, or name the program in the environment variable "
                        + SETTING + "."));
    }

    private static Optional<Path> configured() {
        return Stream.of(System.getProperty(SETTING, ""), System.getenv().getOrDefault(SETTING, ""))
                .filter(name -> !name.isBlank())
                .findFirst()
                .map(Path::of)
                .map(program -> {
                    if (!Files.isExecutable(program)) {
                        throw new IllegalStateException(SETTING + " names " + program + ", which cannot be run.");
                    }
                    return program;
                });
    }

    private static Optional<Path> installed() {
        String path = System.getenv().getOrDefault("PATH", "");
        List<String> folders = List.of(path.split(File.pathSeparator));
        Stream<Path> named = NAMES.stream().flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)));
        return Stream.concat(named, USUAL.stream().map(Path::of))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Optional<Path> installedNow() {
        if (!root() || !Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            return Optional.empty();
        }
        // of two test processes only one installs
        try (FileChannel channel = FileChannel.open(
                        Path.of("target", "chromium.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (installed().isEmpty() && lock.isValid()) {
                run(List.of("apt-get", "update"));
                run(Stream.concat(
                                Stream.of("apt-get", "install", "--yes", "--no-install-recommends"), PACKAGES.stream())
                        .toList());
            }
            return installed();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** Whether this is the user who may install packages, and whom Chromium refuses without a special argument. */
    static boolean root() {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");
        return !windows && System.getProperty("user.name").equals("root");
    }

    private static void run(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        builder.redirectOutput(new File("target", command.get(0) + "-" + command.get(1) + ".log"));
        try {
            Process process = builder.start();
            boolean ended = process.waitFor(MOST_MINUTES, TimeUnit.MINUTES);
            if (!ended || process.exitValue() != 0) {
                process.destroy();
                throw new IllegalStateException("No browser is installed, and " + String.join(" ", command)
                        + " failed. Install Chromium, or name a browser in " + SETTING + ".");
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(exception);
        }
    }
}
