package dev.touchstone.engine.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChainTest {

    private static final Instant AT = Instant.parse("2026-11-25T08:00:00.123456Z");

    private final Chain chain = new Chain(Suite.SHA256_ED25519);

    @Test
    void hashesTheSameEntryAlike() {
        assertThat(chain.hash(link(1, AT, 7L, "a", "B", "c")))
                .isEqualTo(chain.hash(link(1, AT, 7L, "a", "B", "c")));
    }

    /** The definition must never change: old ledgers would stop verifying. */
    @Test
    void keepsItsDefinition() {
        assertThat(
                        HexFormat.of()
                                .formatHex(
                                        chain.hash(
                                                link(
                                                        1,
                                                        AT,
                                                        7L,
                                                        "chen",
                                                        "MergeReport",
                                                        "MBANK-R-12"))))
                .isEqualTo("9edc7ef0ea67039907957133217649c9681457643bb860cef2619ca21957e688");
    }

    @Test
    void everyFieldChangesTheHash() {
        var links =
                Stream.of(
                        link(1, AT, 7L, "a", "B", "c"),
                        link(2, AT, 7L, "a", "B", "c"),
                        link(1, AT.plusNanos(1000), 7L, "a", "B", "c"),
                        link(1, AT, 8L, "a", "B", "c"),
                        link(1, AT, null, "a", "B", "c"),
                        link(1, AT, 7L, "b", "B", "c"),
                        link(1, AT, 7L, "a", "C", "c"),
                        link(1, AT, 7L, "a", "B", "d"),
                        // the same letters, cut elsewhere
                        link(1, AT, 7L, "aB", "", "c"),
                        link(1, AT, 7L, "", "aB", "c"),
                        new Link(
                                Suite.SHA256_ED25519,
                                1,
                                AT,
                                7L,
                                "a",
                                "B",
                                "c",
                                new byte[32],
                                bytes(9)),
                        new Link(
                                Suite.SHA256_ED25519,
                                1,
                                AT,
                                7L,
                                "a",
                                "B",
                                "c",
                                bytes(9),
                                new byte[32]));

        assertThat(links.map(chain::hash).map(HexFormat.of()::formatHex)).doesNotHaveDuplicates();
    }

    private static Link link(
            long sequence, Instant at, Long entity, String actor, String command, String subject) {
        return new Link(
                Suite.SHA256_ED25519,
                sequence,
                at,
                entity,
                actor,
                command,
                subject,
                bytes(1),
                bytes(2));
    }

    private static byte[] bytes(int fill) {
        var bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) fill);
        return bytes;
    }
}
