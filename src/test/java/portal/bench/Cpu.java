package portal.bench;

import java.time.Duration;

/** CPU time two processes have used so far: the application and the database server. */
record Cpu(Duration application, Duration database) {
    static final Cpu NONE = new Cpu(Duration.ZERO, Duration.ZERO);

    static Cpu of(long application, long database) {
        return new Cpu(of(application), of(database));
    }

    static Duration of(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow(() -> new IllegalStateException("no CPU time of process " + pid));
    }

    Cpu minus(Cpu before) {
        return new Cpu(application.minus(before.application), database.minus(before.database));
    }

    Cpu plus(Cpu more) {
        return new Cpu(application.plus(more.application), database.plus(more.database));
    }
}
