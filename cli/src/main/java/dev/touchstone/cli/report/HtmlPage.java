package dev.touchstone.cli.report;

import dev.touchstone.cli.Texts;
import dev.touchstone.engine.policy.Text;
import java.util.function.Function;
import java.util.regex.Pattern;

/** HTML that is built piece by piece; whatever is a text can only enter it escaped. */
final class HtmlPage {

    private static final Texts CHINESE = Texts.of("zh");
    private static final Texts ENGLISH = Texts.of("en");

    /** What a browser would not show, or what turns the order of words. */
    private static final Pattern UNSEEN =
            Pattern.compile(
                    "[\\p{IsControl}\\x{200E}\\x{200F}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}&&[^\n\t]]");

    private final StringBuilder html = new StringBuilder();

    /** Markup of ours, word for word. */
    HtmlPage raw(String markup) {
        html.append(markup);
        return this;
    }

    HtmlPage text(String text) {
        html.append(escaped(text));
        return this;
    }

    HtmlPage element(String name, String text) {
        return raw("<" + name + ">").text(text).raw("</" + name + ">");
    }

    /** Words of ours in both languages, of which the page shows one. */
    HtmlPage both(String key, Object... values) {
        return both(new Text(CHINESE.get(key, values), ENGLISH.get(key, values)));
    }

    /** Words in both languages that have words of their own language inside. */
    HtmlPage bothWith(String key, Function<Texts, Object[]> values) {
        return both(
                new Text(
                        CHINESE.get(key, values.apply(CHINESE)),
                        ENGLISH.get(key, values.apply(ENGLISH))));
    }

    HtmlPage both(Text text) {
        if (text.zh().equals(text.en())) {
            return text(text.en());
        }
        return raw("<span class=\"zh\" lang=\"zh-CN\">")
                .text(text.zh())
                .raw("</span><span class=\"en\" lang=\"en\">")
                .text(text.en())
                .raw("</span>");
    }

    @Override
    public String toString() {
        return html.toString();
    }

    static String escaped(String text) {
        var safe = new StringBuilder(text.length() + 16);
        for (var letter : UNSEEN.matcher(text).replaceAll("\uFFFD").toCharArray()) {
            switch (letter) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(letter);
            }
        }
        return safe.toString();
    }
}
