package dev.touchstone.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.contract.Bill;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Reads every bill of materials of the corpora and holds the outcome against their manifest. */
@Tag("corpus")
class BillCorpusTest {
    private static final String PLACE = "/.*\\(\\d+:\\d+\\)|\\d+:\\d+";

    private final List<String> deviations = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private int read;
    private int components;
    private int refused;
    private int refusedByName;

    @Test
    void readsWhatIsValidAndRefusesTheRestWithItsPlace() throws IOException {
        Assumptions.assumeTrue(Corpora.folder().isPresent(), Corpora.ABSENT);
        Path bills = Corpora.folder().orElseThrow().resolve("sbom");
        for (String line : Files.readAllLines(bills.resolve("manifest.tsv"))) {
            String[] cells = line.split("\t");
            if (!cells[0].equals("file")) check(bills, cells[0], cells[1], cells[2]);
        }
        CorpusReport.print(
                ("Bills: %d read with %d components, %d refused with their place, %d refused by"
                                + " name, %d deviations")
                        .formatted(read, components, refused, refusedByName, deviations.size()),
                remarks);
        assertThat(deviations).isEmpty();
        assertThat(read).isGreaterThan(500);
    }

    private void check(Path bills, String name, String format, String validity) throws IOException {
        String version = format.replace("cyclonedx-", "");
        boolean supported =
                JsonKind.CYCLONEDX_VERSIONS.contains(version) || format.equals("cyclonedx");
        try (Unpacked unpacked = Unpacked.open(bills.resolve(name), Limits.DEFAULT)) {
            Bill bill = BillReader.read(unpacked.members().getFirst().file());
            read++;
            components += bill.components().size();
            boolean onlyPurl = name.contains("invalid-purl") && !bill.faults().isEmpty();
            if (!supported) deviations.add(name + ": read as " + bill.format());
            if (validity.equals("invalid") && !onlyPurl)
                deviations.add(name + ": read, but invalid");
        } catch (InvalidReport refusal) {
            String message = refusal.getMessage();
            assertThat(refusal.faults())
                    .allSatisfy(each -> assertThat(each.place()).matches(PLACE));
            if (supported) refused++;
            else refusedByName++;
            if (supported && validity.equals("valid")) deviations.add(name + ": " + message);
            if (!supported && !isNamed(format, message)) deviations.add(name + ": " + message);
            if (supported && validity.equals("not-stated")) {
                remarks.add("refused: " + name + ": " + message);
            }
        }
    }

    /** What is no bill at all (a schema, an index) has no name to be refused by. */
    private static boolean isNamed(String format, String message) {
        boolean unknown = message.contains("of no known format");
        return switch (format) {
            case "cyclonedx-1.0", "cyclonedx-1.1", "cyclonedx-protobuf-text" ->
                    message.contains("CycloneDX");
            case "spdx" -> unknown || message.contains("SPDX");
            case "openvex" -> unknown || message.contains("OpenVEX");
            case "csaf" -> unknown || message.contains("CSAF");
            default -> true;
        };
    }
}
