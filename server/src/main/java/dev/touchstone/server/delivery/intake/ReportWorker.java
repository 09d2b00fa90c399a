package dev.touchstone.server.delivery.intake;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes reports from the queue and merges them, a few at once, until the platform stops. */
@Component
class ReportWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ReportWorker.class);
    private static final Duration LEASE = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int MOST_ATTEMPTS = 12;

    private final JobStore jobs;
    private final ReportStore reports;
    private final MergeReport merging;
    private final Completions completions;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final int width;
    private final Set<Job> held = ConcurrentHashMap.newKeySet();
    private volatile boolean running;
    private ExecutorService workers = Executors.newSingleThreadExecutor(Thread::new);
    private ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor();

    ReportWorker(
            JobStore jobs,
            ReportStore reports,
            MergeReport merging,
            Completions completions,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${touchstone.intake.workers:2}") int width) {
        this.jobs = jobs;
        this.reports = reports;
        this.merging = merging;
        this.completions = completions;
        this.transaction = transaction;
        this.clock = clock;
        this.width = width;
    }

    @Override
    public void start() {
        running = true;
        workers =
                Executors.newFixedThreadPool(
                        Math.max(1, width),
                        Thread.ofPlatform().name("report-worker-", 1).daemon().factory());
        heart =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("report-leases").daemon().factory());
        for (int i = 0; i < width; i++) workers.execute(this::work);
        heart.scheduleAtFixedRate(
                this::keepLeases, LEASE.toSeconds() / 3, LEASE.toSeconds() / 3, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        running = false;
        completions.announce();
        workers.shutdown();
        heart.shutdownNow();
        try {
            if (!workers.awaitTermination(20, TimeUnit.SECONDS)) workers.shutdownNow();
        } catch (InterruptedException interrupted) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Merges the next report that is due. */
    boolean workOnce() {
        Optional<Job> next = lease();
        next.ifPresent(this::merge);
        return next.isPresent();
    }

    private void work() {
        while (running) {
            long seen = completions.changes();
            try {
                if (!workOnce()) completions.await(seen, LOOK);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException problem) {
                LOG.error("the queue of reports cannot be read; trying again", problem);
                if (!pause(seen)) return;
            }
        }
    }

    private boolean pause(long seen) {
        try {
            completions.await(seen, LOOK);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Optional<Job> lease() {
        return transaction.execute(
                status -> {
                    var now = clock.instant();
                    Optional<Job> job = jobs.lease(now, now.plus(LEASE));
                    job.ifPresent(reports::markMerging);
                    return job;
                });
    }

    private void merge(Job job) {
        held.add(job);
        try {
            merging.merge(job);
        } catch (LeaseLost lost) {
            LOG.warn("{}; nothing was changed", lost.getMessage());
        } catch (RuntimeException problem) {
            failed(job, problem);
        } catch (OutOfMemoryError | StackOverflowError tooLarge) {
            failed(job, tooLarge);
        } finally {
            held.remove(job);
            completions.announce();
        }
    }

    private void failed(Job job, Throwable problem) {
        LOG.error(
                "report {} of application {} was not merged, try {} of {}",
                job.reportNumber(),
                job.applicationId(),
                job.attempts(),
                MOST_ATTEMPTS,
                problem);
        if (job.attempts() >= MOST_ATTEMPTS && !isOfTheMachine(problem)) {
            merging.giveUp(
                    job,
                    "the platform failed to merge this report %d times; it is kept as it came. Ask the operator: the log names the reason"
                            .formatted(MOST_ATTEMPTS));
            return;
        }
        long factor = 1L << Math.min(job.attempts() - 1, 20);
        Duration pause = FIRST_PAUSE.multipliedBy(factor);
        jobs.postpone(
                job,
                clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause));
    }

    /** No room, no connection, no memory: that ends some day, and the report is not to blame. */
    private static boolean isOfTheMachine(Throwable problem) {
        return problem instanceof DataAccessResourceFailureException
                || problem instanceof TransientDataAccessException
                || problem instanceof CannotCreateTransactionException
                || problem instanceof UncheckedIOException;
    }

    private void keepLeases() {
        for (Job job : held) {
            try {
                jobs.extend(job, clock.instant().plus(LEASE));
            } catch (RuntimeException problem) {
                LOG.warn("the lease of report {} was not extended", job.reportNumber(), problem);
            }
        }
    }
}
