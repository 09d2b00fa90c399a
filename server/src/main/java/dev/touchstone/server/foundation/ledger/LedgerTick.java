package dev.touchstone.server.foundation.ledger;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Each second: sign what is due, and let the head file follow. */
@Component
class LedgerTick implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerTick.class);

    private final Checkpoints checkpoints;
    private final HeadFile headFile;
    private @Nullable ScheduledExecutorService timer;

    LedgerTick(Checkpoints checkpoints, HeadFile headFile) {
        this.checkpoints = checkpoints;
        this.headFile = headFile;
    }

    @Override
    public synchronized void start() {
        var executor =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("ledger-tick").daemon().factory());
        executor.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
        timer = executor;
    }

    @Override
    public synchronized void stop() {
        if (timer != null) {
            timer.close();
            timer = null;
            tick();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }

    private void tick() {
        try {
            checkpoints.signWhatIsDue();
            headFile.follow();
        } catch (RuntimeException cause) {
            LOG.warn("The ledger's head could not be signed; trying again", cause);
        }
    }
}
