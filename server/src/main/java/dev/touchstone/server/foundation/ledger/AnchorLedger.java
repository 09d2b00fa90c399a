package dev.touchstone.server.foundation.ledger;

import dev.touchstone.engine.seal.SealedHead;
import dev.touchstone.server.foundation.guard.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands the signed head to a drop folder, from where the organisation carries it to a place that
 * the platform cannot reach.
 */
@Component
class AnchorLedger {

    private final Path folder;
    private final LedgerStore entries;
    private final CheckpointStore store;
    private final Ledger ledger;
    private final PlatformKeys keys;
    private final Clock clock;

    /** Who can write the database and the data folder cannot change what was carried away. */
    record Exported(Anchor anchor, String file) {}

    AnchorLedger(
            @Value("${touchstone.data}") Path data,
            @Value("${touchstone.anchors:#{null}}") @Nullable Path folder,
            LedgerStore entries,
            CheckpointStore store,
            Ledger ledger,
            PlatformKeys keys,
            Clock clock) {
        this.folder = folder == null ? data.resolve("anchors") : folder;
        this.entries = entries;
        this.store = store;
        this.ledger = ledger;
        this.keys = keys;
        this.clock = clock;
    }

    @Transactional
    public Exported anchor() {
        var tip = entries.tip();
        if (tip.sequence() == 0) {
            throw new Refusal.Conflict(
                    "The ledger is empty: there is nothing to anchor yet. Anchor it after the first command.");
        }
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var head = new SealedHead(entries.platform(), tip.sequence(), tip.hash(), at);
        var file = head.sign(keys.current()).toJson();
        var anchor =
                new Anchor(
                        tip.sequence(),
                        HexFormat.of().formatHex(tip.hash()),
                        at,
                        "ledger-head-%d.json".formatted(tip.sequence()));
        store.insertAnchor(anchor, tip.hash());
        ledger.append(
                "AnchorLedger",
                "LEDGER-" + tip.sequence(),
                null,
                Map.of("sequence", tip.sequence(), "hash", anchor.hash(), "place", anchor.place()));
        drop(anchor.place(), file);
        return new Exported(anchor, new String(file, StandardCharsets.UTF_8));
    }

    List<Anchor> anchors(int limit) {
        return store.anchors(limit);
    }

    long anchoredTo() {
        return store.anchoredTo();
    }

    /** What the files that still lie in the drop folder remember. */
    List<Pin> pins() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .flatMap(this::pin)
                    .toList();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private Stream<Pin> pin(Path file) {
        try {
            var platform = entries.platform();
            return keys.headIn(Files.readAllBytes(file)).stream()
                    .filter(head -> head.platform().equals(platform))
                    .map(
                            head ->
                                    new Pin(
                                            head.sequence(),
                                            head.hash(),
                                            "the anchor " + file.getFileName()));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private void drop(String name, byte[] file) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(name), file);
        } catch (IOException cause) {
            throw new Refusal.Unavailable(
                    "The signed head cannot be written to the drop folder: %s. Make the folder writable for the platform's account.",
                    String.valueOf(cause.getMessage()));
        }
    }
}
