package portal.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Ends a database server that outlived its JVM: it would hold the data directory's lock for ever. */
final class LeftoverServer {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

    private LeftoverServer() {}

    static void stop(Path pidFile, Path home) throws IOException {
        if (!Files.exists(pidFile)) {
            return;
        }
        String pid = Files.readString(pidFile).strip();
        if (pid.matches("[0-9]{1,18}")) {
            ProcessHandle.of(Long.parseLong(pid))
                    .filter(process -> isOurs(process, pidFile, home))
                    .ifPresent(LeftoverServer::end);
        }
        Files.deleteIfExists(pidFile);
    }

    static void await(long pid) {
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        long deadline = System.nanoTime() + PATIENCE;
        while (process.filter(LeftoverServer::runs).isPresent() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    // The number may have passed on to somebody else's process since.
    private static boolean isOurs(ProcessHandle process, Path pidFile, Path home) {
        boolean ownProgram = process.info()
                .command()
                .filter(command -> Path.of(command).startsWith(home))
                .isPresent();
        boolean ownArguments = process.info()
                .arguments()
                .filter(arguments -> Arrays.asList(arguments).contains("--pid-file=" + pidFile))
                .isPresent();
        return ownProgram || ownArguments;
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        await(process.pid());
        if (runs(process)) {
            process.destroyForcibly();
            await(process.pid());
        }
    }

    // A process that ended but whose parent has not asked for it is still "alive", yet runs no program.
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }
}
