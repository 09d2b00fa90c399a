package dev.touchstone.formats;

import dev.touchstone.contract.Bill;
import java.io.IOException;
import java.nio.file.Path;

/** Reads a bill of materials: CycloneDX 1.2 to 1.7 as JSON or XML. */
public final class BillReader {
    private BillReader() {}

    /**
     * Reads an unpacked file.
     *
     * @throws InvalidReport when it does not fit the schema of the version that it names
     */
    public static Bill read(Path file) throws IOException, InvalidReport {
        return switch (Formats.detect(file)) {
            case CYCLONEDX_JSON -> JsonBill.read(file);
            case CYCLONEDX_XML -> XmlBill.read(file);
            case SARIF_2_1_0 ->
                    throw InvalidReport.at(
                            "1:1", "is SARIF 2.1.0; a bill of materials is expected here");
        };
    }
}
