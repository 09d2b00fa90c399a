package dev.touchstone.bench;

import dev.touchstone.server.foundation.database.Database;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a work takes: seconds by the clock, and seconds of processors in this process and in every
 * process of the database. The second says on a busy machine what the first says on an idle one.
 */
record ProcessorTime(double seconds, double processor) {

    static ProcessorTime of(BenchPlatform platform, Runnable work) {
        var database = JdbcClient.create(platform.get(Database.class).owner().dataSource());
        Map<Long, Duration> before = used(database);
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        Map<Long, Duration> after = used(database);
        before.keySet().retainAll(after.keySet());
        after.keySet().retainAll(before.keySet());
        return new ProcessorTime(seconds, sum(after) - sum(before));
    }

    /** By process; the database's cleaning comes and goes with processes of its own. */
    private static Map<Long, Duration> used(JdbcClient database) {
        var used = new HashMap<Long, Duration>();
        used.put(ProcessHandle.current().pid(), ofProcess(ProcessHandle.current().pid()));
        database.sql("select pid from pg_stat_activity")
                .query(Long.class)
                .list()
                .forEach(pid -> used.put(pid, ofProcess(pid)));
        return used;
    }

    private static double sum(Map<Long, Duration> used) {
        return used.values().stream().mapToLong(Duration::toNanos).sum() / 1e9;
    }

    private static Duration ofProcess(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }
}
