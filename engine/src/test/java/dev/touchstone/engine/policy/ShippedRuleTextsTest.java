package dev.touchstone.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShippedRuleTextsTest {

    private final ShippedRuleTexts texts = ShippedRuleTexts.read();

    @Test
    void eachShippedScannerHasRulesWithTextsInBothLanguages() {
        assertThat(texts.ids()).anyMatch(id -> id.startsWith("DOCKER-"));
        assertThat(texts.ids()).anyMatch(id -> id.startsWith("JDBC-"));
        assertThat(texts.ids()).anyMatch(id -> id.startsWith("TS-SECRET-"));
        assertThat(texts.ids())
                .allSatisfy(
                        id -> {
                            var text = texts.find(id).orElseThrow();
                            assertThat(text.title().zh()).isNotBlank();
                            assertThat(text.why().en()).isNotBlank();
                            assertThat(text.mend().zh()).isNotBlank();
                        });
    }

    @Test
    void anExampleIsShownOnlyWithItsMendedForm() {
        assertThat(texts.ids())
                .allSatisfy(
                        id -> {
                            var text = texts.find(id).orElseThrow();
                            assertThat(text.faulty() == null).isEqualTo(text.mended() == null);
                        });
        assertThat(texts.find("JDBC-001").orElseThrow().mended()).contains("prepareStatement");
    }

    @Test
    void whatNoPackHoldsIsNotFound() {
        assertThat(texts.find("SQL_INJECTION_JDBC")).isEmpty();
    }
}
