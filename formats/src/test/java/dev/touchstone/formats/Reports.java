package dev.touchstone.formats;

import dev.touchstone.contract.Fault;
import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.contract.ReportedRun;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads small reports for tests. */
final class Reports {
    private Reports() {}

    /** What a sink received. */
    record Read(List<ReportedRun> runs, List<ReportedFinding> findings, List<Fault> warnings) {
        ReportedFinding only() {
            if (findings.size() != 1) throw new AssertionError(findings.size() + " findings");
            return findings.getFirst();
        }
    }

    static Read read(Path file) throws IOException, InvalidReport {
        List<ReportedRun> runs = new ArrayList<>();
        List<ReportedFinding> findings = new ArrayList<>();
        List<Fault> warnings =
                SarifReader.read(
                        file,
                        new SarifSink() {
                            @Override
                            public void run(ReportedRun run) {
                                runs.add(run);
                            }

                            @Override
                            public void finding(ReportedFinding finding) {
                                findings.add(finding);
                            }
                        });
        return new Read(runs, findings, warnings);
    }

    static Read read(Path folder, String json) throws IOException, InvalidReport {
        return read(file(folder, json));
    }

    /** A report with one run whose members are given. */
    static Read run(Path folder, String members) throws IOException, InvalidReport {
        return read(folder, document(members));
    }

    static String document(String members) {
        return "{\"version\": \"2.1.0\", \"runs\": [{" + members + "}]}";
    }

    static Path file(Path folder, String text) throws IOException {
        Path file = Files.createTempFile(folder, "report", ".txt");
        return Files.writeString(file, text);
    }

    static Path resource(Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = Reports.class.getResourceAsStream(name)) {
            if (in == null) throw new AssertionError(name + " is missing");
            Files.write(file, in.readAllBytes());
        }
        return file;
    }
}
