package dev.touchstone.scanners;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.UnaryOperator;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

/**
 * Copies a SARIF file with other paths and with the code of each region; memory does not grow with
 * the file.
 */
final class RelocateSarif {

    private static final JsonFactory JSON = new JsonFactory();

    private final UnaryOperator<String> path;
    private final SourceLines sources;
    private final boolean complete;
    private final Deque<String> fields = new ArrayDeque<>();
    private String artifact = "";
    private int startLine;
    private int endLine;
    private boolean hasSnippet;

    /**
     * @param path gives the path to write for the path of an artifact
     * @param sources where the lines of a region come from, by the path that is written
     * @param complete false makes the report say that its run did not succeed as a whole
     */
    RelocateSarif(UnaryOperator<String> path, SourceLines sources, boolean complete) {
        this.path = path;
        this.sources = sources;
        this.complete = complete;
    }

    void copy(Path from, Path to) throws IOException {
        try (var in = Files.newInputStream(from, LinkOption.NOFOLLOW_LINKS);
                var out = Files.newOutputStream(to);
                var parser = JSON.createParser(tools.jackson.core.ObjectReadContext.empty(), in);
                var generator =
                        JSON.createGenerator(tools.jackson.core.ObjectWriteContext.empty(), out)) {
            var field = "";
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                field = copy(parser, generator, token, field);
            }
        }
    }

    private String copy(JsonParser parser, JsonGenerator generator, JsonToken token, String field) {
        switch (token) {
            case START_OBJECT, START_ARRAY -> {
                fields.push(field);
                begin(field);
                generator.copyCurrentEvent(parser);
                return "";
            }
            case END_OBJECT, END_ARRAY -> {
                if (fields.pop().equals("region")) {
                    writeSnippet(generator);
                }
                generator.copyCurrentEvent(parser);
                return "";
            }
            case PROPERTY_NAME -> {
                generator.copyCurrentEvent(parser);
                return parser.currentName();
            }
            case VALUE_STRING -> {
                if (field.equals("uri") && "artifactLocation".equals(fields.peek())) {
                    artifact = path.apply(parser.getString());
                    generator.writeString(artifact);
                } else {
                    generator.copyCurrentEvent(parser);
                }
                return "";
            }
            case VALUE_TRUE -> {
                generator.writeBoolean(!field.equals("executionSuccessful") || complete);
                return "";
            }
            case VALUE_NUMBER_INT -> {
                if ("region".equals(fields.peek())) {
                    if (field.equals("startLine")) startLine = parser.getValueAsInt();
                    if (field.equals("endLine")) endLine = parser.getValueAsInt();
                }
                generator.copyCurrentEvent(parser);
                return "";
            }
            default -> {
                generator.copyCurrentEvent(parser);
                return "";
            }
        }
    }

    private void begin(String field) {
        switch (field) {
            case "physicalLocation" -> artifact = "";
            case "region" -> {
                startLine = 0;
                endLine = 0;
                hasSnippet = false;
            }
            case "snippet" -> hasSnippet = true;
            default -> {}
        }
    }

    private void writeSnippet(JsonGenerator generator) {
        if (hasSnippet || artifact.isEmpty()) return;
        var text = sources.of(artifact, startLine, Math.max(startLine, endLine));
        if (text == null) return;
        generator.writeName("snippet");
        generator.writeStartObject();
        generator.writeName("text");
        generator.writeString(text);
        generator.writeEndObject();
    }
}
