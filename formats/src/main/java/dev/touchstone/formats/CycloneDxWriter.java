package dev.touchstone.formats;

import dev.touchstone.contract.Bill;
import dev.touchstone.formats.BillContents.Part;
import dev.touchstone.formats.BillContents.Property;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * Writes CycloneDX 1.6 as JSON. The same contents give the same bytes, in whatever order they come:
 * the serial number is derived from them, and the time stands only where one is given.
 */
public final class CycloneDxWriter {
    private static final Comparator<Part> ORDER =
            Comparator.comparing((Part part) -> orEmpty(part.component().purl()))
                    .thenComparing(Part::ref);
    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final JsonGenerator out;

    private CycloneDxWriter(JsonGenerator out) {
        this.out = out;
    }

    /**
     * Writes one document; the stream stays open.
     *
     * @param toolVersion the version of Touchstone
     * @param time when it was made, or null to leave it out
     */
    public static void write(
            BillContents contents, String toolVersion, @Nullable Instant time, OutputStream out)
            throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        document(contents, toolVersion, null, null, plain);
        document(contents, toolVersion, serialNumber(plain.toByteArray()), time, out);
        out.flush();
    }

    private static void document(
            BillContents contents,
            String toolVersion,
            @Nullable String serialNumber,
            @Nullable Instant time,
            OutputStream out)
            throws IOException {
        try (JsonGenerator generator = FACTORY.createGenerator(indented(), out)) {
            new CycloneDxWriter(generator).document(contents, toolVersion, serialNumber, time);
        } catch (JacksonIOException failed) {
            throw failed.getCause();
        }
    }

    private static ObjectWriteContext indented() {
        return new ObjectWriteContext.Base() {
            @Override
            public DefaultPrettyPrinter getPrettyPrinter() {
                return new DefaultPrettyPrinter()
                        .withObjectIndenter(new DefaultIndenter("  ", "\n"));
            }
        };
    }

    /** A UUID of version 8: its bits come from a digest. */
    private static String serialNumber(byte[] content) {
        try {
            ByteBuffer digest =
                    ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(content));
            long high = digest.getLong() & ~0xF000L | 0x8000L;
            long low = digest.getLong() & ~(3L << 62) | 1L << 63;
            return "urn:uuid:" + new UUID(high, low);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    private void document(
            BillContents contents,
            String toolVersion,
            @Nullable String serialNumber,
            @Nullable Instant time) {
        out.writeStartObject();
        out.writeStringProperty("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json");
        out.writeStringProperty("bomFormat", "CycloneDX");
        out.writeStringProperty("specVersion", "1.6");
        text("serialNumber", serialNumber);
        out.writeNumberProperty("version", 1);
        metadata(contents, toolVersion, time);
        out.writeArrayPropertyStart("components");
        contents.parts().stream().sorted(ORDER).forEach(this::part);
        out.writeEndArray();
        out.writeArrayPropertyStart("dependencies");
        contents.dependencies().stream()
                .sorted(Comparator.comparing(Bill.Dependency::ref))
                .forEach(this::dependency);
        out.writeEndArray();
        out.writeEndObject();
    }

    private void metadata(BillContents contents, String toolVersion, @Nullable Instant time) {
        out.writeObjectPropertyStart("metadata");
        if (time != null) {
            text("timestamp", time.truncatedTo(ChronoUnit.SECONDS).toString());
        }
        out.writeObjectPropertyStart("tools");
        out.writeArrayPropertyStart("components");
        out.writeStartObject();
        text("type", "application");
        text("name", "Touchstone");
        text("version", toolVersion);
        out.writeEndObject();
        out.writeEndArray();
        out.writeEndObject();
        out.writeName("component");
        part(contents.subject());
        properties(contents.properties());
        out.writeEndObject();
    }

    private void part(Part part) {
        Bill.Component component = part.component();
        out.writeStartObject();
        text("type", component.type());
        text("bom-ref", part.ref());
        text("group", component.group());
        text("name", component.name());
        text("version", component.version());
        if (part.scope() != null) {
            text("scope", part.scope().name().toLowerCase(Locale.ROOT));
        }
        if (!part.hashes().isEmpty()) {
            out.writeArrayPropertyStart("hashes");
            new TreeMap<>(part.hashes()).forEach(this::hash);
            out.writeEndArray();
        }
        text("purl", component.purl());
        properties(part.properties());
        if (!part.places().isEmpty()) evidence(part);
        out.writeEndObject();
    }

    private void hash(String algorithm, String content) {
        out.writeStartObject();
        text("alg", algorithm);
        text("content", content);
        out.writeEndObject();
    }

    private void evidence(Part part) {
        out.writeObjectPropertyStart("evidence");
        out.writeArrayPropertyStart("occurrences");
        for (String place : new TreeSet<>(part.places())) {
            out.writeStartObject();
            text("location", place);
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private void properties(List<Property> properties) {
        if (properties.isEmpty()) return;
        out.writeArrayPropertyStart("properties");
        for (Property each : new TreeSet<>(properties)) {
            out.writeStartObject();
            text("name", each.name());
            text("value", each.value());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void dependency(Bill.Dependency dependency) {
        out.writeStartObject();
        text("ref", dependency.ref());
        if (!dependency.dependsOn().isEmpty()) {
            out.writeArrayPropertyStart("dependsOn");
            new TreeSet<>(dependency.dependsOn()).forEach(out::writeString);
            out.writeEndArray();
        }
        out.writeEndObject();
    }

    private void text(String name, @Nullable String text) {
        if (text != null) out.writeStringProperty(name, text);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
