package dev.touchstone.server.foundation.ledger;

import dev.touchstone.engine.seal.SealedHead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The newest signed head, beside the database: whoever cuts off the journal's end inside the
 * database does not reach it there.
 */
@Component
class HeadFile {

    private final Path file;
    private final LedgerStore store;
    private final PlatformKeys keys;
    private final Clock clock;
    private long written = -1;

    HeadFile(
            @Value("${touchstone.data}") Path data,
            LedgerStore store,
            PlatformKeys keys,
            Clock clock) {
        this.file = data.resolve("ledger-head.json");
        this.store = store;
        this.keys = keys;
        this.clock = clock;
    }

    /** Writes the head when it moved since the last time; never back. */
    synchronized void follow() {
        var tip = store.tip();
        if (tip.sequence() > written && tip.sequence() > 0) {
            var head =
                    new SealedHead(
                            store.platform(),
                            tip.sequence(),
                            tip.hash(),
                            clock.instant().truncatedTo(ChronoUnit.MICROS));
            if (written >= 0 || isNewer(head)) {
                write(head.sign(keys.current()).toJson());
            }
            written = tip.sequence();
        }
    }

    Optional<byte[]> read() {
        try {
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    Path file() {
        return file;
    }

    /** After a start the file may know more than the database: then it is evidence, and stays. */
    private boolean isNewer(SealedHead head) {
        return read().map(bytes -> keys.headIn(bytes))
                .map(known -> known.map(SealedHead::sequence).orElse(0L) < head.sequence())
                .orElse(true);
    }

    private void write(byte[] content) {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (var channel =
                    FileChannel.open(
                            fresh,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(content));
                channel.force(true);
            }
            Files.move(
                    fresh,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException cause) {
            throw new UncheckedIOException("The head file " + file + " cannot be written.", cause);
        }
    }
}
