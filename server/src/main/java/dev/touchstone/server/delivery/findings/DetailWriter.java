package dev.touchstone.server.delivery.findings;

import dev.touchstone.contract.CodeLocation;
import dev.touchstone.contract.FlowStep;
import dev.touchstone.contract.ReportedFinding;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes the JSON that {@link Detail} reads, without what is empty. A large report has a hundred
 * thousand of them, so one generator serves all; not safe for threads.
 */
final class DetailWriter {

    private static final JsonFactory JSON =
            JsonFactory.builder().rootValueSeparator((String) null).build();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 10);
    private final JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes);

    byte[] json(ReportedFinding finding) {
        json.writeStartObject();
        write("message", finding.message());
        if (!finding.locations().isEmpty()) {
            json.writeArrayPropertyStart("locations");
            finding.locations().forEach(this::write);
            json.writeEndArray();
        }
        if (!finding.flow().isEmpty()) {
            json.writeArrayPropertyStart("flow");
            finding.flow().forEach(this::write);
            json.writeEndArray();
        }
        if (!finding.fingerprints().isEmpty()) {
            json.writeObjectPropertyStart("fingerprints");
            finding.fingerprints().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(entry -> json.writeStringProperty(entry.getKey(), entry.getValue()));
            json.writeEndObject();
        }
        if (finding.suppressed()) json.writeBooleanProperty("suppressed", true);
        json.writeEndObject();
        json.flush();
        byte[] result = bytes.toByteArray();
        bytes.reset();
        return result;
    }

    private void write(FlowStep step) {
        json.writeStartObject();
        json.writeName("location");
        write(step.location());
        write("message", step.message());
        json.writeEndObject();
    }

    private void write(CodeLocation place) {
        json.writeStartObject();
        write("path", place.path());
        write("startLine", place.startLine());
        write("startColumn", place.startColumn());
        write("endLine", place.endLine());
        write("endColumn", place.endColumn());
        write("snippet", place.snippet());
        write("symbol", place.symbol());
        json.writeEndObject();
    }

    private void write(String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            json.writeStringProperty(
                    name, value.indexOf('\0') < 0 ? value : value.replace('\0', '\uFFFD'));
        }
    }

    private void write(String name, int value) {
        if (value != 0) json.writeNumberProperty(name, value);
    }
}
