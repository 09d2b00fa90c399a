package dev.touchstone.bench;

import dev.touchstone.server.foundation.database.Database;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a work takes: seconds by the clock, and seconds of processors in this process and in every
 * process of the database. The second says on a busy machine what the first says on an idle one.
 */
record ProcessorTime(double seconds, double processor) {

    static ProcessorTime of(BenchPlatform platform, Runnable work) {
        var database = JdbcClient.create(platform.get(Database.class).owner().dataSource());
        double before = used(database);
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        return new ProcessorTime(seconds, used(database) - before);
    }

    private static double used(JdbcClient database) {
        Duration used = ofProcess(ProcessHandle.current().pid());
        for (long pid : database.sql("select pid from pg_stat_activity").query(Long.class).list()) {
            used = used.plus(ofProcess(pid));
        }
        return used.toMillis() / 1e3;
    }

    private static Duration ofProcess(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }
}
