package dev.touchstone.scanners.infrastructure;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a YAML stream into its documents before it is parsed, so that one bad one costs no other.
 */
final class YamlDocuments {

    /**
     * @param line of its first line in the file, from 1
     */
    record Document(String text, int line) {}

    private YamlDocuments() {}

    static List<Document> cut(String yaml) {
        var documents = new ArrayList<Document>();
        int start = 0;
        int startLine = 1;
        int line = 1;
        int at = 0;
        while (at < yaml.length()) {
            int end = yaml.indexOf('\n', at);
            int next = end < 0 ? yaml.length() : end + 1;
            if (at > start && isMark(yaml, at)) {
                add(documents, yaml.substring(start, at), startLine);
                start = at;
                startLine = line;
            }
            at = next;
            line++;
        }
        add(documents, yaml.substring(start), startLine);
        return documents;
    }

    private static boolean isMark(String yaml, int at) {
        return yaml.startsWith("---", at)
                && (at + 3 == yaml.length() || Character.isWhitespace(yaml.charAt(at + 3)));
    }

    private static void add(List<Document> documents, String text, int line) {
        if (!text.isBlank()) documents.add(new Document(text, line));
    }
}
