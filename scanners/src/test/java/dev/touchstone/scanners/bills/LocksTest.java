package dev.touchstone.scanners.bills;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.scanners.tree.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the tools themselves say of their lock files is what a bill says. */
class LocksTest {

    static Stream<String> samples() throws IOException {
        try (Stream<Path> folders = Files.list(Sheet.SAMPLES)) {
            return folders
                    .filter(each -> Files.exists(each.resolve("expected.csv")))
                    .map(each -> each.getFileName().toString())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aBillEqualsTheSheetOfTheSample(String sample) throws IOException {
        Path folder = Sheet.SAMPLES.resolve(sample);
        MadeBill made = MakeBill.of(FolderTree.walk(folder), BillOptions.ofTree(sample));

        assertThat(Sheet.of(made.sources()))
                .containsExactlyElementsOf(Sheet.expected(folder.resolve("expected.csv")));
        assertThat(made.leftOut()).isEmpty();
    }
}
