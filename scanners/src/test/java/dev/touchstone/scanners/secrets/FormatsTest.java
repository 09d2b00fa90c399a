package dev.touchstone.scanners.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What tools leave behind, a line of each of many formats. */
class FormatsTest {

    private static final SecretScanner SCANNER = new SecretScanner();

    static Stream<String> lines() throws IOException {
        try (var in =
                Objects.requireNonNull(FormatsTest.class.getResourceAsStream("formats.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.startsWith("# ")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    void findsTheSecretInIt(String line) {
        int bar = line.indexOf('|');
        String text = new Example(line).faulty(line.substring(bar + 1)).replace('⏎', '\n') + "\n";
        assertThat(
                        SCANNER.scan(line.substring(0, bar), text.getBytes(StandardCharsets.UTF_8))
                                .findings())
                .as(text)
                .isNotEmpty();
    }
}
