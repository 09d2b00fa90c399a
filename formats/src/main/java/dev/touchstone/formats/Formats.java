package dev.touchstone.formats;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells formats apart by content, never by the file's name. */
public final class Formats {
    private static final Pattern SPDX = Pattern.compile("(?m)^\"?spdxversion\"?\\s*:");
    private static final int HEAD = 4_096;
    private static final String READ =
            "Touchstone reads SARIF 2.1.0 and CycloneDX 1.2 to 1.7 (JSON, XML)";

    private Formats() {}

    /**
     * The format of an unpacked file.
     *
     * @throws InvalidReport when it is none of them; a format that is known but not read is named
     */
    public static ReportFormat detect(Path file) throws IOException, InvalidReport {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        String text = Encoding.of(head).decode(head).strip();
        if (text.isEmpty()) {
            if (Files.size(file) > HEAD) throw refused("is only white space so far as it was read");
            throw InvalidReport.at("1:1", "the file is empty; did the scanner write its report?");
        }
        return switch (text.charAt(0)) {
            case '{' -> JsonFile.read(file, JsonKind::detect);
            case '<' -> XmlKind.detect(file);
            default -> throw refused(otherName(head, text));
        };
    }

    static InvalidReport notRead(String name) {
        return refused("is " + name + ", which is not read");
    }

    private static InvalidReport refused(String what) {
        return InvalidReport.at("1:1", what + ". " + READ);
    }

    private static String otherName(byte[] head, String text) {
        String start = new String(head, 0, Math.min(head.length, 8), StandardCharsets.ISO_8859_1);
        String lower = text.toLowerCase(Locale.ROOT);
        if (start.startsWith("PK")) return "is a ZIP archive inside of another file";
        if (start.startsWith("\u001f\u008b")) return "is a gzip file inside of another file";
        if (start.startsWith("%PDF")) return "is a PDF document";
        if (text.startsWith("[")) return "is a JSON list; a report is a JSON object";
        if (SPDX.matcher(lower).find()) return "is SPDX as tag-value or YAML, which is not read";
        if (isProtobufText(lower)) return "is CycloneDX as protobuf text, which is not read";
        return "is of no known format";
    }

    /** The field {@code spec_version} of the message Bom; comments may stand before it. */
    private static boolean isProtobufText(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .limit(20)
                .anyMatch(line -> line.matches("spec_version\\s*:.*|serial_number\\s*:.*"));
    }
}
