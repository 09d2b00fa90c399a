package dev.touchstone.server.foundation.ledger;

import dev.touchstone.engine.seal.SealedHead;
import dev.touchstone.server.foundation.ledger.LedgerStore.Tip;
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
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The newest signed head, beside the database: whoever cuts off the journal's end inside the
 * database does not reach it there.
 */
@Component
class HeadFile {

    private static final Logger LOG = LoggerFactory.getLogger(HeadFile.class);

    private final Path file;
    private final Path evidence;
    private final LedgerStore store;
    private final PlatformKeys keys;
    private final Clock clock;
    private @Nullable SealedHead written;

    HeadFile(
            @Value("${touchstone.data}") Path data,
            LedgerStore store,
            PlatformKeys keys,
            Clock clock) {
        this.file = data.resolve("ledger-head.json");
        this.evidence = data.resolve("evidence");
        this.store = store;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Writes the head when it moved since the last time. A head that the journal no longer holds is
     * evidence of a journal that was cut off or rewritten: it is put aside for good.
     */
    synchronized void follow() {
        var tip = store.tip();
        var last = written;
        if (last != null && isAt(last, tip)) {
            return;
        }
        var known = last != null ? Optional.of(last) : read(file);
        known.filter(head -> !holds(head)).ifPresent(this::putAside);
        if (tip.sequence() > 0) {
            var head =
                    new SealedHead(
                            store.platform(),
                            tip.sequence(),
                            tip.hash(),
                            clock.instant().truncatedTo(ChronoUnit.MICROS));
            write(head.sign(keys.current()).toJson());
            written = head;
        }
    }

    /** What the file remembers, and every head that was put aside. */
    List<Pin> pins() {
        var pins = new ArrayList<Pin>();
        read(file).map(head -> pin(head, "the head file")).ifPresent(pins::add);
        if (Files.isDirectory(evidence)) {
            try (Stream<Path> files = Files.list(evidence)) {
                files.sorted()
                        .forEach(
                                kept ->
                                        read(kept)
                                                .map(
                                                        head ->
                                                                pin(
                                                                        head,
                                                                        "the head file that was put aside as evidence/"
                                                                                + kept
                                                                                        .getFileName()))
                                                .ifPresent(pins::add));
            } catch (IOException cause) {
                throw new UncheckedIOException(cause);
            }
        }
        return pins;
    }

    private static Pin pin(SealedHead head, String source) {
        return new Pin(head.sequence(), head.hash(), source);
    }

    /** A head of this ledger; empty for anything else. */
    private Optional<SealedHead> read(Path path) {
        try {
            if (!Files.exists(path)) {
                return Optional.empty();
            }
            var platform = store.platform();
            return keys.headIn(Files.readAllBytes(path))
                    .filter(head -> head.platform().equals(platform));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private boolean holds(SealedHead head) {
        return store.entry(head.sequence()).filter(entry -> isAt(head, entry)).isPresent();
    }

    private static boolean isAt(SealedHead head, Tip tip) {
        return head.sequence() == tip.sequence()
                && head.hash().equals(HexFormat.of().formatHex(tip.hash()));
    }

    private void putAside(SealedHead head) {
        LOG.error(
                "The journal no longer holds entry {} as it was signed: it was cut off, rewritten, or"
                        + " restored from an older backup. The head is kept in {}; verify the ledger.",
                head.sequence(),
                evidence);
        try {
            Files.createDirectories(evidence);
            Files.copy(
                    file,
                    evidence.resolve(
                            "ledger-head-%d-%s.json"
                                    .formatted(head.sequence(), head.hash().substring(0, 12))),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException cause) {
            throw new UncheckedIOException("The evidence cannot be kept in " + evidence, cause);
        }
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
