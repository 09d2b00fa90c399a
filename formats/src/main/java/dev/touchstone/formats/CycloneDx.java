package dev.touchstone.formats;

import dev.touchstone.formats.shape.JsonSchema;
import dev.touchstone.formats.shape.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The official schemas, each compiled once: 1.7 from our own resources, older ones from the library
 * cyclonedx-core-java.
 */
final class CycloneDx {
    private static final Map<String, Shape> SHAPES = new ConcurrentHashMap<>();
    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();
    private static final Pattern UNIQUE =
            Pattern.compile("<xs:unique name=\"bom-ref\">.*?</xs:unique>", Pattern.DOTALL);
    private static final JsonMapper MAPPER = new JsonMapper();

    private CycloneDx() {}

    static Shape json(String version) {
        return SHAPES.computeIfAbsent(
                version,
                _ -> JsonSchema.load("bom-" + version + ".schema.json", CycloneDx::jsonFile));
    }

    private static JsonNode jsonFile(String name) {
        try (InputStream in = resource(name).openStream()) {
            return MAPPER.readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Schema xml(String version) {
        return SCHEMAS.computeIfAbsent(version, CycloneDx::compile);
    }

    private static Schema compile(String version) {
        try {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setResourceResolver(
                    (_, namespace, _, systemId, _) -> new SchemaInput(namespace, systemId));
            return factory.newSchema(
                    new StreamSource(
                            new StringReader(withoutUnique(textOf("bom-" + version + ".xsd"))),
                            "bom-" + version + ".xsd"));
        } catch (SAXException broken) {
            throw new IllegalStateException("the schema of CycloneDX " + version, broken);
        }
    }

    /**
     * The JDK checks that references are unique in a time that grows with the square of their
     * number; {@link XmlBill} does it itself.
     */
    private static String withoutUnique(String schema) {
        return UNIQUE.matcher(schema).replaceAll("");
    }

    static String textOf(String name) {
        try (InputStream in = resource(name).openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static URL resource(String name) {
        URL ours = CycloneDx.class.getResource("cyclonedx/" + name);
        URL found = ours != null ? ours : CycloneDx.class.getResource("/" + name);
        if (found == null) throw new IllegalStateException(name + " is missing from the library");
        return found;
    }
}
