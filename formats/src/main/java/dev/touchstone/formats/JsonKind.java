package dev.touchstone.formats;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Tells JSON formats apart by the names of the document's first level. */
final class JsonKind {
    static final Set<String> CYCLONEDX_VERSIONS = Set.of("1.2", "1.3", "1.4", "1.5", "1.6", "1.7");

    private static final int MOST_NAMES = 1_000;

    private final JsonParser parser;

    /**
     * Each name of the first level, with its value when that is a text, else with an empty text.
     */
    private final Map<String, String> names = new HashMap<>();

    private JsonKind(JsonParser parser) {
        this.parser = parser;
    }

    static ReportFormat detect(JsonParser parser) throws InvalidReport {
        return new JsonKind(parser).detect();
    }

    /** The version that a document names which was detected as CycloneDX. */
    static String cycloneDxVersion(JsonParser parser) throws InvalidReport {
        JsonKind kind = new JsonKind(parser);
        kind.detect();
        return kind.names.getOrDefault("specVersion", "");
    }

    private ReportFormat detect() throws InvalidReport {
        parser.nextToken();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            boolean text = parser.nextToken() == JsonToken.VALUE_STRING;
            names.put(name, text ? parser.getString() : "");
            parser.skipChildren();
            ReportFormat format = decide();
            if (format != null) return format;
            if (names.size() == MOST_NAMES) break;
        }
        throw Formats.notRead(otherName());
    }

    private @Nullable ReportFormat decide() throws InvalidReport {
        String version = names.get("version");
        if (version != null && names.containsKey("runs")) return sarif(version);
        if (version != null && sarifSchema()) return sarif(version);
        String specVersion = names.get("specVersion");
        if (specVersion != null && names.containsKey("bomFormat")) {
            if (CYCLONEDX_VERSIONS.contains(specVersion)) return ReportFormat.CYCLONEDX_JSON;
            throw Formats.notRead("CycloneDX %s JSON".formatted(shown(specVersion)));
        }
        return null;
    }

    private boolean sarifSchema() {
        String schema = names.getOrDefault("$schema", "");
        return schema.contains("sarif") && !schema.contains("external-propert");
    }

    private static ReportFormat sarif(String version) throws InvalidReport {
        if (version.equals("2.1.0")) return ReportFormat.SARIF_2_1_0;
        throw Formats.notRead("SARIF " + (version.isEmpty() ? "of no version" : shown(version)));
    }

    private String otherName() {
        if (names.containsKey("runs")) return "SARIF without a version";
        if (names.containsKey("bomFormat") || names.containsKey("specVersion")) {
            return "CycloneDX without bomFormat and specVersion";
        }
        if (has("externalizedProperties") || names.getOrDefault("$schema", "").contains("sarif")) {
            return "a SARIF external property file";
        }
        String spdx = names.getOrDefault("spdxVersion", names.get("SPDXVersion"));
        if (spdx != null) return "SPDX JSON (" + shown(spdx) + ")";
        if (has("@graph")) return "SPDX 3 JSON-LD";
        if (names.getOrDefault("@context", "").contains("openvex")) return "OpenVEX";
        if (has("document") && (has("product_tree") || has("vulnerabilities"))) return "CSAF";
        if (has("payloadType")) return "a DSSE envelope";
        if (names.getOrDefault("_type", "").contains("in-toto")) return "an in-toto statement";
        if (has("vulnerabilities") && has("scan")) return "a GitLab security report";
        if (has("SchemaVersion") && has("Results")) return "Trivy's own JSON; use its format sarif";
        if (has("results") && has("errors")) return "Semgrep's own JSON; use its format sarif";
        if (has("schema_version") && has("affected")) return "an OSV record";
        return "JSON of no known format";
    }

    private boolean has(String name) {
        return names.containsKey(name);
    }

    private static String shown(String version) {
        return Texts.title(version.length() <= 40 ? version : version.substring(0, 40));
    }
}
