package dev.touchstone.cli.report;

import dev.touchstone.cli.Trouble;
import dev.touchstone.cli.scan.ScanResult;
import dev.touchstone.formats.CycloneDxWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bill of materials of a scan as a file; without a time, so that the same gives the same. */
public final class BillFile {

    private static final String VERSION = "0.1.0";

    private BillFile() {}

    public static void write(ScanResult result, Path file) throws IOException {
        var bill = result.bill();
        if (bill == null) {
            throw Trouble.wrongUse("trouble.billOff");
        }
        try (var out = Files.newOutputStream(file)) {
            CycloneDxWriter.write(bill.contents(), VERSION, null, out);
        }
    }
}
