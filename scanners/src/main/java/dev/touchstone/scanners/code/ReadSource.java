package dev.touchstone.scanners.code;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import dev.touchstone.scanners.tree.LeftOut;
import java.util.List;
import java.util.function.Function;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** A file as searches see it, or why they cannot. */
sealed interface ReadSource {

    /** Answers each search with its places. */
    record Readable(Function<Search, List<Hit>> finder) implements ReadSource {
        List<Hit> find(Search search) {
            return finder.apply(search);
        }
    }

    record Refused(LeftOut reason) implements ReadSource {}

    static ReadSource read(SourceKind kind, String path, String text) {
        return switch (kind) {
            case JAVA -> java(path, text);
            case SETTINGS -> settings(path, text);
            case MARKUP -> {
                var find = new FindInMarkup(path, text);
                yield new Readable(
                        search ->
                                search instanceof Search.Markup wanted
                                        ? find.find(wanted)
                                        : List.of());
            }
        };
    }

    private static ReadSource java(String path, String text) {
        var settings =
                new ParserConfiguration()
                        .setLanguageLevel(LanguageLevel.JAVA_25)
                        .setAttributeComments(false)
                        .setDetectOriginalLineSeparator(false)
                        .setTabSize(1);
        try {
            var result = new JavaParser(settings).parse(text);
            if (!result.isSuccessful() || result.getResult().isEmpty()) {
                return malformed(path, firstProblem(result.getProblems()));
            }
            var find = new FindInJava(new JavaSource(text, result.getResult().get()));
            return new Readable(find::find);
        } catch (StackOverflowError deep) {
            return new Refused(
                    new LeftOut(path, LeftOut.Reason.TOO_MUCH_INSIDE, "nested too deeply"));
        }
    }

    private static String firstProblem(List<com.github.javaparser.Problem> problems) {
        if (problems.isEmpty()) return "not Java";
        var first = problems.getFirst();
        String line =
                first.getLocation()
                        .flatMap(tokens -> tokens.getBegin().getRange())
                        .map(range -> "line " + range.begin.line + ": ")
                        .orElse("");
        return line + first.getMessage().lines().findFirst().orElse("not Java");
    }

    private static ReadSource settings(String path, String text) {
        try {
            var find = new FindInSettings(SettingsFile.read(path, text));
            return new Readable(
                    search ->
                            search instanceof Search.Setting wanted
                                    ? find.find(wanted)
                                    : List.of());
        } catch (MarkedYamlEngineException e) {
            String line =
                    e.getProblemMark()
                            .map(mark -> "line " + (mark.getLine() + 1) + ": ")
                            .orElse("");
            return malformed(path, line + e.getProblem());
        } catch (YamlEngineException e) {
            return malformed(path, String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        } catch (StackOverflowError deep) {
            return new Refused(
                    new LeftOut(path, LeftOut.Reason.TOO_MUCH_INSIDE, "nested too deeply"));
        }
    }

    private static Refused malformed(String path, String detail) {
        return new Refused(new LeftOut(path, LeftOut.Reason.MALFORMED, detail));
    }
}
