package dev.touchstone.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.contract.ReportedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever comes is read or refused: no other exception, and never without words. */
@Tag("corpus")
class RobustnessCorpusTest {
    private static final int LARGEST = 5 << 20;
    private static final int LARGEST_DAMAGED = 60_000;

    private final List<String> broken = new ArrayList<>();
    private int read;
    private int refused;

    @TempDir Path folder;

    @Test
    void readsOrRefusesEveryFileWholeAndDamaged() throws IOException {
        Assumptions.assumeTrue(Corpora.folder().isPresent(), Corpora.ABSENT);
        Path corpora = Corpora.folder().orElseThrow();
        Random random = new Random(20260131);
        try (var files = Files.walk(corpora)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (Files.size(file) > LARGEST) continue;
                take(file, corpora.relativize(file).toString());
                if (isReport(file)) takeDamaged(file, random);
            }
        }
        CorpusReport.print(
                "Robustness: %d read, %d refused, %d broke".formatted(read, refused, broken.size()),
                broken);
        assertThat(broken).isEmpty();
    }

    private static boolean isReport(Path file) throws IOException {
        String name = file.toString();
        return Files.size(file) <= LARGEST_DAMAGED
                && (name.contains(".sarif") || name.contains("/sbom/cyclonedx-specification/"));
    }

    /** Cut off, bytes flipped, and a piece of it twice. */
    private void takeDamaged(Path file, Random random) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        if (whole.length == 0) return;
        Path damaged = folder.resolve("damaged");
        Files.write(damaged, Arrays.copyOf(whole, random.nextInt(whole.length)));
        take(damaged, file + " cut");
        byte[] flipped = whole.clone();
        for (int i = 0; i < 3; i++) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        take(Files.write(damaged, flipped), file + " flipped");
        int from = random.nextInt(whole.length);
        int length = random.nextInt(whole.length - from + 1);
        byte[] doubled = Arrays.copyOf(whole, whole.length + length);
        System.arraycopy(whole, from, doubled, from + length, whole.length - from);
        take(Files.write(damaged, doubled), file + " doubled");
    }

    private void take(Path file, String name) throws IOException {
        try (Unpacked unpacked = Unpacked.open(file, Limits.DEFAULT)) {
            Path plain = unpacked.members().getFirst().file();
            if (Formats.detect(plain).isBill()) BillReader.read(plain);
            else SarifReader.read(plain, new Ignoring());
            read++;
        } catch (InvalidReport refusal) {
            refused++;
            if (refusal.getMessage().isBlank()) broken.add(name + ": refused without words");
        } catch (RuntimeException | StackOverflowError crash) {
            broken.add(name + ": " + crash);
        }
    }

    private static final class Ignoring implements SarifSink {
        @Override
        public void run(ReportedRun run) {}

        @Override
        public void finding(ReportedFinding finding) {}
    }
}
