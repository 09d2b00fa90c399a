package dev.touchstone.formats;

import dev.touchstone.contract.CodeLocation;
import dev.touchstone.contract.FlowStep;
import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.contract.ReportedRun;
import dev.touchstone.contract.Severity;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/** Writes SARIF 2.1.0; the same findings give the same bytes, in whatever order they come. */
public final class SarifWriter {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final String ROOT = "SRCROOT";
    private static final Comparator<CodeLocation> BY_PLACE =
            Comparator.comparing(CodeLocation::path)
                    .thenComparingInt(CodeLocation::startLine)
                    .thenComparingInt(CodeLocation::startColumn);
    private static final Comparator<ReportedFinding> ORDER =
            Comparator.comparing(ReportedFinding::primaryLocation, Comparator.nullsFirst(BY_PLACE))
                    .thenComparing(ReportedFinding::ruleId)
                    .thenComparing(ReportedFinding::message)
                    .thenComparing(finding -> new TreeMap<>(finding.fingerprints()).toString());

    private final JsonGenerator out;
    private final Map<String, Integer> ruleIndexes = new TreeMap<>();

    private SarifWriter(JsonGenerator out) {
        this.out = out;
    }

    /**
     * One run of a file.
     *
     * @param help what the tool says about a rule beyond its title, by rule id
     * @param properties what else a reader should know: texts, numbers, truth values, lists and
     *     maps of them
     */
    public record Run(
            ReportedRun about,
            List<ReportedFinding> findings,
            Map<String, String> help,
            Map<String, Object> properties) {

        public Run {
            findings = findings.stream().sorted(ORDER).toList();
            help = Map.copyOf(help);
            properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
        }
    }

    /** Writes one file with one run; the stream stays open. */
    public static void write(ReportedRun run, Iterable<ReportedFinding> findings, OutputStream out)
            throws IOException {
        List<ReportedFinding> all = new ArrayList<>();
        findings.forEach(all::add);
        write(List.of(new Run(run, all, Map.of(), Map.of())), out);
    }

    /** Writes one file with these runs, in this order; the stream stays open. */
    public static void write(List<Run> runs, OutputStream out) throws IOException {
        JsonFactory factory =
                JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
        try (JsonGenerator generator = factory.createGenerator(ObjectWriteContext.empty(), out)) {
            document(runs, generator);
        } catch (JacksonIOException failed) {
            throw failed.getCause();
        }
        out.flush();
    }

    private static void document(List<Run> runs, JsonGenerator out) {
        out.writeStartObject();
        out.writeStringProperty("$schema", SCHEMA);
        out.writeStringProperty("version", "2.1.0");
        out.writeArrayPropertyStart("runs");
        for (Run run : runs) new SarifWriter(out).run(run);
        out.writeEndArray();
        out.writeEndObject();
    }

    private void run(Run whole) {
        ReportedRun run = whole.about();
        out.writeStartObject();
        tool(run, whole);
        out.writeArrayPropertyStart("invocations");
        out.writeStartObject();
        out.writeBooleanProperty("executionSuccessful", run.complete());
        out.writeEndObject();
        out.writeEndArray();
        out.writeStringProperty("columnKind", "utf16CodeUnits");
        out.writeArrayPropertyStart("results");
        for (ReportedFinding finding : whole.findings()) result(finding);
        out.writeEndArray();
        out.writeObjectPropertyStart("properties");
        out.writeStringProperty(SarifRunReader.DIGEST, run.ruleDigest());
        whole.properties().forEach(this::property);
        out.writeEndObject();
        out.writeEndObject();
    }

    private void property(String name, Object value) {
        out.writeName(name);
        value(value);
    }

    private void value(Object value) {
        switch (value) {
            case Map<?, ?> map -> {
                out.writeStartObject();
                map.forEach((name, each) -> property(String.valueOf(name), each));
                out.writeEndObject();
            }
            case Iterable<?> list -> {
                out.writeStartArray();
                list.forEach(this::value);
                out.writeEndArray();
            }
            case Boolean flag -> out.writeBoolean(flag);
            case Number number -> out.writeNumber(number.longValue());
            default -> out.writeString(value.toString());
        }
    }

    private void tool(ReportedRun run, Run whole) {
        out.writeObjectPropertyStart("tool");
        out.writeObjectPropertyStart("driver");
        out.writeStringProperty("name", run.tool());
        text("version", run.toolVersion());
        Map<String, ReportedFinding> rules = new TreeMap<>();
        for (ReportedFinding each : whole.findings()) {
            rules.merge(each.ruleId(), each, SarifWriter::worse);
        }
        out.writeArrayPropertyStart("rules");
        for (ReportedFinding each : rules.values()) {
            ruleIndexes.put(each.ruleId(), ruleIndexes.size());
            rule(each, whole.help().get(each.ruleId()));
        }
        out.writeEndArray();
        out.writeEndObject();
        out.writeEndObject();
    }

    private static ReportedFinding worse(ReportedFinding one, ReportedFinding other) {
        return other.severity().compareTo(one.severity()) > 0 ? other : one;
    }

    private void rule(ReportedFinding of, @Nullable String help) {
        out.writeStartObject();
        out.writeStringProperty("id", of.ruleId());
        message("shortDescription", of.title());
        if (help != null) message("help", help);
        if (of.helpUri() != null && isUri(of.helpUri())) text("helpUri", of.helpUri());
        out.writeObjectPropertyStart("properties");
        out.writeStringProperty("security-severity", score(of.severity()));
        out.writeArrayPropertyStart("tags");
        out.writeString("security");
        for (int cwe : of.cwes()) out.writeString("external/cwe/cwe-" + cwe);
        out.writeEndArray();
        out.writeEndObject();
        out.writeEndObject();
    }

    private void result(ReportedFinding finding) {
        out.writeStartObject();
        out.writeStringProperty("ruleId", finding.ruleId());
        Integer index = ruleIndexes.get(finding.ruleId());
        if (index != null) out.writeNumberProperty("ruleIndex", index);
        out.writeStringProperty("level", level(finding.severity()));
        message("message", finding.message());
        if (!finding.locations().isEmpty()) {
            out.writeArrayPropertyStart("locations");
            for (CodeLocation each : finding.locations()) {
                out.writeStartObject();
                location(each);
                out.writeEndObject();
            }
            out.writeEndArray();
        }
        if (!finding.flow().isEmpty()) flow(finding.flow());
        if (!finding.fingerprints().isEmpty()) {
            out.writeObjectPropertyStart("partialFingerprints");
            new TreeMap<>(finding.fingerprints()).forEach(out::writeStringProperty);
            out.writeEndObject();
        }
        if (finding.suppressed()) {
            out.writeArrayPropertyStart("suppressions");
            out.writeStartObject();
            out.writeStringProperty("kind", "external");
            out.writeEndObject();
            out.writeEndArray();
        }
        out.writeObjectPropertyStart("properties");
        out.writeStringProperty("severity", finding.severity().name());
        out.writeArrayPropertyStart("cwes");
        for (int cwe : finding.cwes()) out.writeString("CWE-" + cwe);
        out.writeEndArray();
        out.writeEndObject();
        out.writeEndObject();
    }

    private void flow(List<FlowStep> flow) {
        out.writeArrayPropertyStart("codeFlows");
        out.writeStartObject();
        out.writeArrayPropertyStart("threadFlows");
        out.writeStartObject();
        out.writeArrayPropertyStart("locations");
        for (FlowStep step : flow) {
            out.writeStartObject();
            out.writeObjectPropertyStart("location");
            location(step.location());
            if (step.message() != null) message("message", step.message());
            out.writeEndObject();
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
        out.writeEndArray();
        out.writeEndObject();
        out.writeEndArray();
    }

    private void location(CodeLocation location) {
        if (!location.path().isEmpty()) {
            out.writeObjectPropertyStart("physicalLocation");
            out.writeObjectPropertyStart("artifactLocation");
            String uri = uri(location.path());
            out.writeStringProperty("uri", uri);
            if (!uri.contains("://")) out.writeStringProperty("uriBaseId", ROOT);
            out.writeEndObject();
            if (location.startLine() > 0) region(location);
            out.writeEndObject();
        }
        if (location.symbol() != null) {
            out.writeArrayPropertyStart("logicalLocations");
            out.writeStartObject();
            out.writeStringProperty("fullyQualifiedName", location.symbol());
            out.writeEndObject();
            out.writeEndArray();
        }
    }

    private void region(CodeLocation location) {
        out.writeObjectPropertyStart("region");
        number("startLine", location.startLine());
        number("startColumn", location.startColumn());
        number("endLine", location.endLine());
        number("endColumn", location.endColumn());
        if (location.snippet() != null) message("snippet", location.snippet());
        out.writeEndObject();
    }

    private void message(String name, String text) {
        out.writeObjectPropertyStart(name);
        out.writeStringProperty("text", text);
        out.writeEndObject();
    }

    private void text(String name, @Nullable String text) {
        if (text != null) out.writeStringProperty(name, text);
    }

    private void number(String name, int number) {
        if (number > 0) out.writeNumberProperty(name, number);
    }

    /** A path as a relative reference: what is not plain is written as percent signs. */
    private static String uri(String path) {
        if (path.contains("://")) return path;
        StringBuilder uri = new StringBuilder();
        for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xFF);
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (plain || "-._~/@+=,$!()".indexOf(c) >= 0) uri.append(c);
            else uri.append('%').append(HexFormat.of().withUpperCase().toHexDigits((byte) c));
        }
        return uri.toString();
    }

    private static boolean isUri(String text) {
        try {
            return new URI(text).isAbsolute();
        } catch (URISyntaxException notOne) {
            return false;
        }
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW -> "note";
            case INFO -> "none";
        };
    }

    private static String score(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "9.5";
            case HIGH -> "8.0";
            case MEDIUM -> "5.5";
            case LOW -> "2.0";
            case INFO -> "0.0";
        };
    }
}
