package dev.touchstone.server.foundation.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IllegalFormatException;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SentenceTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final String LITERAL = "\"((?:[^\"\\\\]|\\\\.)*)\"";

    /** A sentence stands first, or after the name of a field. */
    private static final Pattern SAID =
            Pattern.compile(
                    "(?:Sentence\\.of|new Refusal\\.\\w+)\\(\\s*(?:"
                            + LITERAL
                            + "\\s*,\\s*|\\w+\\s*,\\s*)?"
                            + LITERAL);

    private static final Pattern PLACEHOLDER = Pattern.compile("%(?:\\d\\$)?[sd]");

    @Test
    void everySentenceOfTheServerIsSaidInChineseToo() throws IOException {
        var said = new TreeSet<String>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                SAID.matcher(Files.readString(file))
                        .results()
                        .forEach(
                                match ->
                                        Stream.of(match.group(1), match.group(2))
                                                .filter(text -> text != null && isSentence(text))
                                                .forEach(said::add));
            }
        }
        assertThat(said).hasSizeGreaterThan(80).contains("the security administrator");
        assertThat(ChineseSentences.all().keySet()).containsExactlyInAnyOrderElementsOf(said);
    }

    @Test
    void bothLanguagesTakeTheSameValues() {
        assertThat(ChineseSentences.all())
                .allSatisfy(
                        (english, chinese) -> {
                            assertThat(count(chinese)).as(chinese).isEqualTo(count(english));
                            assertThat(chinese).as(english).matches("(?s).*\\p{IsHan}.*");
                            assertThat(isReadable(chinese, english)).as(chinese).isTrue();
                        });
    }

    @Test
    void aValueThatIsASentenceFollowsTheLanguage() {
        var sentence =
                Sentence.of(
                        "You do not hold the right %s anywhere. Ask %s to grant you a role that has it.",
                        "GATE_DECIDE", Sentence.whom(List.of()));

        assertThat(sentence.in(Locale.SIMPLIFIED_CHINESE)).contains("安全管理员").doesNotContain("%");
        assertThat(sentence.in(Locale.ENGLISH)).contains("Ask the security administrator");
    }

    private static boolean isSentence(String text) {
        return text.contains(" ");
    }

    private static long count(String pattern) {
        return PLACEHOLDER.matcher(pattern).results().count();
    }

    private static boolean isReadable(String chinese, String english) {
        Object[] values =
                PLACEHOLDER
                        .matcher(english)
                        .results()
                        .map(match -> match.group().endsWith("d") ? (Object) 7 : "x")
                        .toArray();
        try {
            return !String.format(chinese, values).isEmpty();
        } catch (IllegalFormatException wrong) {
            return false;
        }
    }
}
