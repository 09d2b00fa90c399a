package dev.touchstone.server.foundation.ledger;

import dev.touchstone.server.foundation.guard.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Verifications of the whole journal, one at a time; the last few results stay. */
@Component
public class Verifications {

    private static final Logger LOG = LoggerFactory.getLogger(Verifications.class);
    private static final int KEPT = 20;

    private final VerifyLedger verify;
    private final PlatformKeys keys;
    private final HeadFile headFile;
    private final AnchorLedger anchors;
    private final Map<String, Running> known = new LinkedHashMap<>();

    Verifications(VerifyLedger verify, PlatformKeys keys, HeadFile headFile, AnchorLedger anchors) {
        this.verify = verify;
        this.keys = keys;
        this.headFile = headFile;
        this.anchors = anchors;
    }

    enum State {
        RUNNING,
        DONE,
        FAILED
    }

    /** How far a verification is. */
    record Progress(
            String id,
            State state,
            long checked,
            long total,
            @Nullable VerificationResult result,
            @Nullable String message) {}

    /**
     * @param remembered heads that the caller kept, for example from a decision or an anchor
     */
    synchronized Progress start(List<Pin> remembered) {
        if (known.values().stream().anyMatch(running -> running.state == State.RUNNING)) {
            throw new Refusal.Conflict(
                    "The ledger is being verified at this moment. Wait for that verification to end.");
        }
        while (known.size() >= KEPT) {
            known.remove(known.keySet().iterator().next());
        }
        var running = new Running(UUID.randomUUID().toString(), verify.count());
        known.put(running.id, running);
        Thread.ofPlatform().name("ledger-verify").daemon().start(() -> run(running, remembered));
        return running.progress();
    }

    synchronized Progress find(String id) {
        var running = known.get(id);
        if (running == null) {
            throw new Refusal.NotFound();
        }
        return running.progress();
    }

    /** Verifies at once, on the caller's thread, against all that the platform remembers. */
    public VerificationResult verifyNow() {
        return verify.verify(keys.trusted(), pins(List.of()), count -> {});
    }

    private void run(Running running, List<Pin> remembered) {
        try {
            running.result =
                    verify.verify(keys.trusted(), pins(remembered), running.checked::addAndGet);
            running.state = State.DONE;
        } catch (RuntimeException cause) {
            LOG.error("The ledger could not be verified", cause);
            running.message = cause.getMessage();
            running.state = State.FAILED;
        }
    }

    private List<Pin> pins(List<Pin> remembered) {
        var pins = new ArrayList<>(remembered);
        pins.addAll(anchors.pins());
        pins.addAll(headFile.pins());
        return pins;
    }

    private static final class Running {
        private final String id;
        private final long total;
        private final AtomicLong checked = new AtomicLong();
        private volatile @Nullable VerificationResult result;
        private volatile @Nullable String message;
        private volatile State state = State.RUNNING;

        Running(String id, long total) {
            this.id = id;
            this.total = total;
        }

        Progress progress() {
            var seen = state;
            return new Progress(id, seen, checked.get(), total, result, message);
        }
    }
}
