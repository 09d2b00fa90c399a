package dev.touchstone.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** A message as it stands in the file: its text, or the id of a text and what to put in. */
record SarifMessage(@Nullable String text, @Nullable String id, List<String> arguments) {
    /** A link inside of a plain text: {@code [words](target)}; the words stay. */
    private static final Pattern LINK =
            Pattern.compile("\\[((?:[^\\[\\]\\\\]|\\\\.)*)\\]\\([^()\\s]*\\)");

    private static final int MOST_ARGUMENTS = 1_000;

    static final SarifMessage NONE = new SarifMessage(null, null, List.of());

    static SarifMessage read(JsonParser parser) {
        String[] text = new String[2];
        List<String> arguments = new ArrayList<>(0);
        Members.of(
                parser,
                name -> {
                    switch (name) {
                        case "text" -> text[0] = Members.text(parser);
                        case "id" -> text[1] = Members.text(parser);
                        case "arguments" -> Members.each(parser, () -> argument(parser, arguments));
                        default -> parser.skipChildren();
                    }
                });
        return new SarifMessage(text[0], text[1], arguments);
    }

    private static void argument(JsonParser parser, List<String> arguments) {
        String text = Members.text(parser);
        if (arguments.size() < MOST_ARGUMENTS) arguments.add(text == null ? "" : text);
    }

    /**
     * The words for a reader: the text, else the text by id from the rule, else from the component.
     * Where a scanner (SpotBugs) gives both and arguments, the text by id says more.
     */
    @Nullable String resolve(Map<String, String> ofRule, Map<String, String> ofComponent) {
        String byId = id == null ? null : ofRule.getOrDefault(id, ofComponent.get(id));
        boolean saysMore = byId != null && !arguments.isEmpty() && byId.indexOf('{') >= 0;
        String words = text == null || saysMore ? byId : text;
        return words == null ? null : withoutLinks(filled(words));
    }

    private String filled(String words) {
        if (arguments.isEmpty() || words.indexOf('{') < 0) return words;
        StringBuilder filled = new StringBuilder();
        int i = 0;
        while (i < words.length()) {
            char c = words.charAt(i);
            boolean doubled = i + 1 < words.length() && words.charAt(i + 1) == c;
            if ((c == '{' || c == '}') && doubled) {
                filled.append(c);
                i += 2;
            } else if (c == '{') {
                int end = words.indexOf('}', i);
                String argument = end < 0 ? null : argument(words.substring(i + 1, end));
                filled.append(argument == null ? "{" : argument);
                i = argument == null ? i + 1 : end + 1;
            } else {
                filled.append(c);
                i++;
            }
        }
        return filled.toString();
    }

    private @Nullable String argument(String number) {
        if (number.isEmpty() || number.length() > 3) return null;
        for (int i = 0; i < number.length(); i++) {
            if (number.charAt(i) < '0' || number.charAt(i) > '9') return null;
        }
        int index = Integer.parseInt(number);
        return index < arguments.size() ? arguments.get(index) : null;
    }

    private static String withoutLinks(String words) {
        if (words.indexOf('[') < 0) return words;
        return LINK.matcher(words).replaceAll("$1").replace("\\[", "[").replace("\\]", "]");
    }
}
