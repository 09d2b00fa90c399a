package dev.touchstone.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.contract.Fault;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PackReaderTest {

    private static final String PACK =
            """
            id: bank-measured
            version: "3"
            title: {zh: 本行实测, en: Measured here}
            licence: internal
            languages: [zh-CN]
            policies: [p.yml]
            precision: precision.yml
            """;

    @Test
    void everyFaultIsToldWithItsFile() {
        var refused =
                (PackReading.Refused)
                        new PackReader(
                                        Map.of(
                                                        "pack.yml",
                                                        PACK,
                                                        "precision.yml",
                                                        "measured: [{tool: T}]")
                                                ::get)
                                .read();
        assertThat(refused.faults())
                .extracting(Fault::place)
                .containsExactly("p.yml", "precision.yml:1:12");
    }

    @Test
    void aChangedByteChangesTheDigest() {
        assertThat(digest("measured: []")).isNotEqualTo(digest("measured: [] "));
    }

    private static String digest(String precision) {
        var files =
                Map.of("pack.yml", PACK, "p.yml", Policies.ALL_KINDS, "precision.yml", precision);
        return ((PackReading.Accepted) new PackReader(files::get).read()).pack().digest();
    }
}
