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

/** Copies a SARIF file with other paths; memory does not grow with the file. */
final class RelocateSarif {

    private static final JsonFactory JSON = new JsonFactory();

    private final UnaryOperator<String> path;
    private final boolean complete;
    private final Deque<String> fields = new ArrayDeque<>();

    /**
     * @param path gives the path to write for the path of an artifact
     * @param complete false makes the report say that its run did not succeed as a whole
     */
    RelocateSarif(UnaryOperator<String> path, boolean complete) {
        this.path = path;
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
                generator.copyCurrentEvent(parser);
                return "";
            }
            case END_OBJECT, END_ARRAY -> {
                fields.pop();
                generator.copyCurrentEvent(parser);
                return "";
            }
            case PROPERTY_NAME -> {
                generator.copyCurrentEvent(parser);
                return parser.currentName();
            }
            case VALUE_STRING -> {
                if (field.equals("uri") && "artifactLocation".equals(fields.peek())) {
                    generator.writeString(path.apply(parser.getString()));
                } else {
                    generator.copyCurrentEvent(parser);
                }
                return "";
            }
            case VALUE_TRUE -> {
                generator.writeBoolean(!field.equals("executionSuccessful") || complete);
                return "";
            }
            default -> {
                generator.copyCurrentEvent(parser);
                return "";
            }
        }
    }
}
