package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.cli.scan.Removed;
import dev.touchstone.contract.Severity;
import dev.touchstone.contract.Verdict;
import dev.touchstone.scanners.Readiness;
import dev.touchstone.scanners.ScanOutcome;
import dev.touchstone.scanners.tree.LeftOut;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TextsTest {

    private static final Pattern VALUE = Pattern.compile("\\{\\d}|%n|\\$\\{[A-Z-]+}");
    private static final Path SOURCES = Path.of("src/main/java/dev/touchstone/cli");

    private static final Texts ENGLISH = Texts.of("en");
    private static final Texts CHINESE = Texts.of("zh");

    private @TempDir Path home;

    @Test
    void bothLanguagesHaveTheSameTexts() {
        assertThat(new TreeSet<>(CHINESE.bundle().keySet()))
                .isEqualTo(new TreeSet<>(ENGLISH.bundle().keySet()));
    }

    @Test
    void bothLanguagesNameTheSameValues() {
        assertThat(ENGLISH.bundle().keySet())
                .allSatisfy(
                        key ->
                                assertThat(values(CHINESE.bundle().getString(key)))
                                        .as(key)
                                        .isEqualTo(values(ENGLISH.bundle().getString(key))));
    }

    @Test
    void everyTextThatTheSourcesAskForExists() throws IOException {
        var call =
                Pattern.compile(
                        "(?:wrongUse|say|note|text)\\(\\s*\"([\\w.]+\\w)\"|\"(trouble\\.\\w+)\"");
        var asked = new TreeSet<String>();
        try (var files = Files.walk(SOURCES)) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                call.matcher(Files.readString(file))
                        .results()
                        .map(m -> m.group(1) == null ? m.group(2) : m.group(1))
                        .forEach(asked::add);
            }
        }
        assertThat(asked).hasSizeGreaterThan(50);
        assertThat(ENGLISH.bundle().keySet()).containsAll(asked);
    }

    @Test
    void everyWordOfTheVocabularyHasAText() {
        assertThat(ENGLISH.bundle().keySet())
                .containsAll(keys("verdict.", Verdict.values()))
                .containsAll(keys("severity.", Severity.values()))
                .containsAll(keys("cause.", Readiness.Cause.values()))
                .containsAll(keys("failure.", ScanOutcome.Failure.values()))
                .containsAll(keys("notice.", ScanOutcome.Notice.Kind.values()))
                .containsAll(keys("left.", LeftOut.Reason.values()))
                .containsAll(keys("removed.", Removed.By.values()));
    }

    @Test
    void everyOptionIsDescribed() {
        var undescribed = new ArrayList<String>();
        describe(Touchstone.commandLine(terminal()), undescribed);
        assertThat(undescribed).isEmpty();
    }

    @Test
    void theEnvironmentChoosesTheLanguageAndTheOptionOverrulesIt() {
        assertThat(Texts.chosen(new String[0], Map.of("LANG", "zh_CN.UTF-8")).isChinese()).isTrue();
        assertThat(Texts.chosen(new String[0], Map.of("LANG", "C.UTF-8")).isChinese()).isFalse();
        assertThat(
                        Texts.chosen(
                                        new String[0],
                                        Map.of("LANG", "zh_CN.UTF-8", "LC_ALL", "en_US.UTF-8"))
                                .isChinese())
                .isFalse();
        assertThat(
                        Texts.chosen(new String[] {"read", "--lang=zh"}, Map.of("LANG", "en"))
                                .isChinese())
                .isTrue();
    }

    @Test
    void refusesALanguageThatThereIsNot() {
        Typed.Shell.in(home).type("read", "--lang", "fr", "x").refused(Exit.WRONG_USE, "fr");
    }

    @Test
    void helpIsInBothLanguages() {
        var shell = Typed.Shell.in(home);
        assertThat(shell.type("--help").ended(Exit.PASS).out()).contains("Exit codes");
        assertThat(shell.type("--lang", "zh", "--help").ended(Exit.PASS).out())
                .contains("退出码")
                .doesNotContain("Exit codes");
    }

    private static void describe(CommandLine line, List<String> undescribed) {
        var spec = line.getCommandSpec();
        if (spec.usageMessage().description().length == 0) {
            undescribed.add(spec.qualifiedName());
        }
        Stream.concat(spec.options().stream(), spec.positionalParameters().stream())
                .filter(argument -> !argument.hidden())
                .filter(argument -> argument.description().length == 0)
                .forEach(argument -> undescribed.add(spec.qualifiedName() + " " + argument));
        line.getSubcommands().values().stream()
                .filter(each -> !each.getCommandSpec().usageMessage().hidden())
                .forEach(each -> describe(each, undescribed));
    }

    private static Terminal terminal() {
        return new Terminal(System.out, System.err, ENGLISH, Map.of(), java.time.Clock.systemUTC());
    }

    private static TreeSet<String> values(String text) {
        var values = new TreeSet<String>();
        VALUE.matcher(text).results().map(MatchResult::group).forEach(values::add);
        return values;
    }

    private static List<String> keys(String prefix, Enum<?>[] words) {
        return Arrays.stream(words).map(word -> prefix + word.name()).toList();
    }
}
