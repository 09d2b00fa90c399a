package dev.touchstone.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.contract.Fault;
import org.junit.jupiter.api.Test;

class FactsReaderTest {

    @Test
    void absentPartsAreUnknown() {
        var facts = accepted("{\"at\":\"2026-11-25T16:00:00Z\",\"stage\":\"BUILD\"}");
        assertThat(facts.runs()).isNull();
        assertThat(facts.findings()).isNull();
        assertThat(facts.application().tier()).isNull();
        assertThat(facts.waivers()).isEmpty();
    }

    @Test
    void aWrongWordIsRefusedWithItsPlace() {
        assertThat(refused("{\"at\":\"2026-11-25T16:00:00Z\",\"runz\":[]}").place())
                .isEqualTo("/runz");
        assertThat(
                        refused(
                                "{\"at\":\"2026-11-25T16:00:00Z\",\"findings\":[{\"id\":\"F\"},"
                                        + "{\"id\":\"G\",\"severity\":\"SEVERE\"}]}"))
                .satisfies(fault -> assertThat(fault.place()).isEqualTo("/findings/1/severity"))
                .satisfies(fault -> assertThat(fault.message()).contains("CRITICAL"));
        assertThat(refused("{\"at\":\"2026-11-25T16:00:00Z\",\n\"stage\":}").place())
                .startsWith("2:");
        assertThat(refused("{}").place()).isEqualTo("/at");
        assertThat(refused("null").message()).contains("JSON object");
        assertThat(refused("").place()).isNotNull();
        assertThat(refused("[".repeat(100_000)).message()).isNotBlank();
    }

    @Test
    void whatContradictsItselfIsRefused() {
        assertThat(
                        refused(
                                        """
                                        {"at":"2026-11-25T16:00:00Z",
                                         "change":{"base":{"state":"NO_BASE"}},
                                         "findings":[{"id":"F","isNew":true}]}
                                        """)
                                .place())
                .isEqualTo("/findings/0/isNew");
        assertThat(
                        refused(
                                        """
                                        {"at":"2026-11-25T16:00:00Z",
                                         "waivers":[{"id":"W","finding":"F","reason":"r"}]}
                                        """)
                                .place())
                .isEqualTo("/waivers/0/until");
    }

    private static Facts accepted(String json) {
        return ((FactsReading.Accepted) new FactsReader().read(json)).facts();
    }

    private static Fault refused(String json) {
        return ((FactsReading.Refused) new FactsReader().read(json)).faults().getFirst();
    }
}
