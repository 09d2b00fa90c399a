package dev.touchstone.server.delivery.intake;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/** Wakes those who wait: workers for work, callers for the end of their report. */
@Component
class Completions {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long changes;

    /** Something has changed here; other nodes find out when they look the next time. */
    void announce() {
        lock.lock();
        try {
            changes++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    long changes() {
        lock.lock();
        try {
            return changes;
        } finally {
            lock.unlock();
        }
    }

    /** Returns when something has changed since, or the time is over. */
    void await(long since, Duration longest) throws InterruptedException {
        lock.lock();
        try {
            long left = longest.toNanos();
            while (changes == since && left > 0) left = changed.awaitNanos(left);
        } finally {
            lock.unlock();
        }
    }
}
