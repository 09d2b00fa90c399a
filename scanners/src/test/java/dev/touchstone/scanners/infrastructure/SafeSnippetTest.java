package dev.touchstone.scanners.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SafeSnippetTest {

    private static String shown(String... lines) {
        return SafeSnippet.of(List.of(lines), 1, lines.length, false);
    }

    @Test
    void valuesOfSecretsAreHiddenWhateverTheyAreWrittenLike() {
        assertThat(shown("password = \"Granite-8842\"")).isEqualTo("password = ***");
        assertThat(shown("  - RABBITMQ_DEFAULT_PASS=Xy1!gw9L")).doesNotContain("gw9L");
        assertThat(shown("command: redis-server --requirepass gra#Saffron45#"))
                .isEqualTo("command: redis-server --requirepass ***");
        assertThat(shown("RUN curl -u ci:hunter2hunter2 https://x.example/a"))
                .doesNotContain("hunter2");
        assertThat(shown("url: jdbc:mysql://root:hunter2@db/x"))
                .isEqualTo("url: jdbc:mysql://***@db/x");
        assertThat(shown("- name: DB_PASSWORD", "  value: quartz902")).doesNotContain("quartz902");
        assertThat(shown("note: AKIAEXAMPLEEXAMPLE00X")).isEqualTo("note: ***");
    }

    @Test
    void theLineAboveTellsToo() {
        assertThat(
                        SafeSnippet.of(
                                List.of("- name: DB_PASSWORD", "  value: quartz902"), 2, 2, false))
                .isEqualTo("  value: ***");
    }

    @Test
    void whatIsNoSecretStaysReadableAndShort() {
        assertThat(shown("  cidr_blocks = [\"0.0.0.0/0\"]"))
                .isEqualTo("  cidr_blocks = [\"0.0.0.0/0\"]");
        assertThat(shown("a", "b", "c", "d")).isEqualTo("a\nb\nc");
        assertThat(shown("x: " + "y".repeat(5_000)).length()).isLessThan(210);
    }

    @Test
    void aFindingAboutASecretShowsNoValueAtAll() {
        assertThat(
                        SafeSnippet.of(
                                List.of("stringData:", "  a.properties: |", "    user=bank"),
                                1,
                                3,
                                true))
                .doesNotContain("bank");
    }
}
