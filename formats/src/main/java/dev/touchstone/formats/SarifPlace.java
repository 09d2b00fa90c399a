package dev.touchstone.formats;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** A location as it stands in the file, before its references are resolved. */
final class SarifPlace {
    @Nullable String uri;
    @Nullable String baseId;
    int artifact = -1;
    int startLine;
    int startColumn;
    int endLine;
    int endColumn;
    @Nullable String snippet;
    @Nullable String symbol;
    int logical = -1;
    SarifMessage message = SarifMessage.NONE;

    private final JsonParser parser;

    private SarifPlace(JsonParser parser) {
        this.parser = parser;
    }

    static SarifPlace nowhere(JsonParser parser) {
        return new SarifPlace(parser);
    }

    /** Reads a {@code location}. */
    static SarifPlace read(JsonParser parser) {
        SarifPlace place = new SarifPlace(parser);
        Members.of(parser, place::member);
        return place;
    }

    /** Reads an {@code artifactLocation}. */
    static SarifPlace readArtifact(JsonParser parser) {
        SarifPlace place = new SarifPlace(parser);
        Members.of(parser, place::artifactMember);
        return place;
    }

    private void member(String name) {
        switch (name) {
            case "physicalLocation" -> Members.of(parser, this::physicalMember);
            case "logicalLocations" -> Members.each(parser, this::logicalLocation);
            case "message" -> message = SarifMessage.read(parser);
            default -> parser.skipChildren();
        }
    }

    private void physicalMember(String name) {
        switch (name) {
            case "artifactLocation" -> Members.of(parser, this::artifactMember);
            case "region" -> Members.of(parser, this::regionMember);
            default -> parser.skipChildren();
        }
    }

    private void artifactMember(String name) {
        switch (name) {
            case "uri" -> uri = Members.text(parser);
            case "uriBaseId" -> baseId = Members.text(parser);
            case "index" -> artifact = Members.number(parser, -1);
            default -> parser.skipChildren();
        }
    }

    private void regionMember(String name) {
        switch (name) {
            case "startLine" -> startLine = Members.number(parser, 0);
            case "startColumn" -> startColumn = Members.number(parser, 0);
            case "endLine" -> endLine = Members.number(parser, 0);
            case "endColumn" -> endColumn = Members.number(parser, 0);
            case "snippet" ->
                    Members.of(
                            parser,
                            part -> {
                                if (part.equals("text")) snippet = Members.text(parser);
                                else parser.skipChildren();
                            });
            default -> parser.skipChildren();
        }
    }

    /** The first one counts, its full name before its short one. */
    private void logicalLocation() {
        String[] names = new String[2];
        int[] index = {-1};
        Members.of(
                parser,
                name -> {
                    switch (name) {
                        case "fullyQualifiedName" -> names[0] = Members.text(parser);
                        case "name" -> names[1] = Members.text(parser);
                        case "index" -> index[0] = Members.number(parser, -1);
                        default -> parser.skipChildren();
                    }
                });
        if (symbol != null || logical >= 0) return;
        symbol = names[0] != null ? names[0] : names[1];
        logical = index[0];
    }
}
