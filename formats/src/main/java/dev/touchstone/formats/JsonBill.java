package dev.touchstone.formats;

import dev.touchstone.contract.Bill;
import dev.touchstone.contract.Fault;
import dev.touchstone.formats.shape.Place;
import dev.touchstone.formats.shape.Walk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** Reads CycloneDX as JSON: checks it against its schema, then takes what a bill needs. */
final class JsonBill {
    private final JsonParser parser;
    private final BillDraft draft = new BillDraft();

    private JsonBill(JsonParser parser) {
        this.parser = parser;
    }

    static Bill read(Path file) throws IOException, InvalidReport {
        String version = JsonFile.read(file, JsonKind::cycloneDxVersion);
        List<Fault> faults =
                JsonFile.read(file, parser -> Walk.through(parser, CycloneDx.json(version)));
        if (!faults.isEmpty()) throw new InvalidReport(faults);
        return JsonFile.read(file, parser -> new JsonBill(parser).read()).bill("JSON");
    }

    private BillDraft read() {
        parser.nextToken();
        Members.of(parser, this::member);
        return draft;
    }

    private void member(String name) {
        switch (name) {
            case "specVersion" ->
                    draft.version = Objects.requireNonNullElse(Members.text(parser), "");
            case "serialNumber" -> draft.serialNumber = Members.text(parser);
            case "metadata" -> Members.of(parser, this::metadataMember);
            case "components" -> Members.each(parser, this::component);
            case "dependencies" -> Members.each(parser, this::dependency);
            default -> parser.skipChildren();
        }
    }

    private void metadataMember(String name) {
        if (name.equals("component")) draft.subject = part(null);
        else parser.skipChildren();
    }

    private void component() {
        BillDraft.Part part = newPart();
        draft.add(part);
        part(part);
    }

    private BillDraft.Part newPart() {
        return new BillDraft.Part(
                Place.of(parser.streamReadContext(), parser.currentTokenLocation()));
    }

    private BillDraft.Part part(BillDraft.@Nullable Part given) {
        BillDraft.Part part = given == null ? newPart() : given;
        Members.of(
                parser,
                name -> {
                    switch (name) {
                        case "bom-ref" -> part.ref = Members.text(parser);
                        case "type" -> part.type = Members.text(parser);
                        case "group" -> part.group = Members.text(parser);
                        case "name" -> part.name = Members.text(parser);
                        case "version" -> part.version = Members.text(parser);
                        case "purl" -> part.purl = Members.text(parser);
                        case "licenses" ->
                                Members.each(
                                        parser,
                                        () -> Members.of(parser, each -> licence(each, part)));
                        case "components" -> Members.each(parser, this::component);
                        default -> parser.skipChildren();
                    }
                });
        return part;
    }

    private void licence(String name, BillDraft.Part part) {
        switch (name) {
            case "expression" -> addLicence(Members.text(parser), part);
            case "license" ->
                    Members.of(
                            parser,
                            member -> {
                                switch (member) {
                                    case "id", "name" -> addLicence(Members.text(parser), part);
                                    default -> parser.skipChildren();
                                }
                            });
            default -> parser.skipChildren();
        }
    }

    private static void addLicence(@Nullable String text, BillDraft.Part part) {
        if (text != null) part.licences.add(text);
    }

    private void dependency() {
        BillDraft.Needs needs =
                new BillDraft.Needs(
                        Place.of(parser.streamReadContext(), parser.currentTokenLocation()));
        Members.of(
                parser,
                name -> {
                    switch (name) {
                        case "ref" -> needs.ref = Members.text(parser);
                        case "dependsOn" -> needs.on.addAll(Members.texts(parser));
                        default -> parser.skipChildren();
                    }
                });
        draft.add(needs);
    }
}
