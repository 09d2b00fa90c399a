package dev.touchstone.formats;

import dev.touchstone.contract.Fault;
import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.formats.shape.Shape;
import dev.touchstone.formats.shape.ShapeText;
import dev.touchstone.formats.shape.Walk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads SARIF 2.1.0 as a stream: memory does not grow with the number of results. The file is read
 * three times, because its properties may stand in any order: first it is checked, then all is read
 * that results refer to, then the results.
 */
public final class SarifReader {
    private SarifReader() {}

    /** The shape of a whole file. */
    private static final class Schema {
        static final Shape DOCUMENT = ShapeText.parse(Resources.text("sarif-2.1.0.shape"));
    }

    /**
     * Reads an unpacked file.
     *
     * @return warnings; what they name was read as far as it could be
     * @throws InvalidReport when the file is not valid SARIF 2.1.0; the sink was not called then
     */
    public static List<Fault> read(Path file, SarifSink sink) throws IOException, InvalidReport {
        check(file);
        return readChecked(file, sink);
    }

    static void check(Path file) throws IOException, InvalidReport {
        ReportFormat format = Formats.detect(file);
        if (format != ReportFormat.SARIF_2_1_0) {
            throw InvalidReport.at(
                    "1:1", "is %s; SARIF is expected here".formatted(format.title()));
        }
        List<Fault> faults = JsonFile.read(file, parser -> Walk.through(parser, Schema.DOCUMENT));
        if (!faults.isEmpty()) throw new InvalidReport(faults);
    }

    /** What it gives of a file that does not pass the check means nothing. */
    static List<Fault> readChecked(Path file, SarifSink sink) throws IOException, InvalidReport {
        List<Fault> warnings = new ArrayList<>();
        List<SarifRun> runs = JsonFile.read(file, parser -> runs(parser, warnings));
        JsonFile.read(file, parser -> results(parser, runs, sink));
        for (int i = 0; i < runs.size(); i++) {
            if (runs.get(i).paths().metPathOutside()) {
                warnings.add(
                        Fault.warning(
                                "/runs/" + i,
                                "names files by absolute paths whose root is not given; they stay"
                                        + " as they are. Give the root in originalUriBaseIds"));
            }
        }
        return List.copyOf(warnings);
    }

    private static List<SarifRun> runs(JsonParser parser, List<Fault> warnings) {
        List<SarifRun> runs = new ArrayList<>();
        TooMuch.Budget budget = new TooMuch.Budget(parser);
        parser.nextToken();
        Members.of(
                parser,
                name -> {
                    switch (name) {
                        case "runs" ->
                                Members.each(
                                        parser,
                                        () ->
                                                runs.add(
                                                        SarifRunReader.read(
                                                                parser, budget, warnings)));
                        case "inlineExternalProperties" -> {
                            warnings.add(
                                    Fault.warning(
                                            "/inlineExternalProperties",
                                            "is not read; only what stands in the runs is"));
                            parser.skipChildren();
                        }
                        default -> parser.skipChildren();
                    }
                });
        return runs;
    }

    private static int results(JsonParser parser, List<SarifRun> runs, SarifSink sink) {
        int[] index = {0};
        parser.nextToken();
        Members.of(
                parser,
                name -> {
                    if (name.equals("runs")) {
                        Members.each(parser, () -> results(parser, runs.get(index[0]++), sink));
                    } else {
                        parser.skipChildren();
                    }
                });
        return index[0];
    }

    private static void results(JsonParser parser, SarifRun run, SarifSink sink) {
        sink.run(run.run());
        Members.of(
                parser,
                name -> {
                    if (name.equals("results") && parser.currentToken() == JsonToken.START_ARRAY) {
                        Members.each(parser, () -> result(parser, run, sink));
                    } else {
                        parser.skipChildren();
                    }
                });
    }

    private static void result(JsonParser parser, SarifRun run, SarifSink sink) {
        ReportedFinding finding = SarifResultReader.read(parser, run);
        if (finding != null) sink.finding(finding);
    }
}
