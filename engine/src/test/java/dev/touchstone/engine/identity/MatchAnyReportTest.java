package dev.touchstone.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.contract.CodeLocation;
import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.contract.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated reports of one small program, changed at random, against what must always hold. */
class MatchAnyReportTest {

    private static final IdentityDefinition DEFINITION = IdentityDefinition.SARIF;

    /** A reported finding; the truth is what it really is, which the matching does not see. */
    private record Place(int truth, String rule, String path, int line, String snippet) {}

    private static List<Place> program(Random random) {
        var places = new ArrayList<Place>();
        int count = 5 + random.nextInt(60);
        for (int i = 0; i < count; i++) {
            places.add(
                    new Place(
                            i,
                            "R" + random.nextInt(3),
                            "src/F" + random.nextInt(5) + ".java",
                            1 + random.nextInt(200),
                            "call(" + random.nextInt(12) + ")"));
        }
        return places;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void anEqualReportIsMatchedAsAWholeInWhateverOrder(int seed) {
        var before = program(new Random(seed));
        var now = new ArrayList<>(before);
        Collections.shuffle(now, new Random(seed + 1));

        var matched = match(before, now, Map.of(), true);

        assertThat(matched.values()).doesNotContain(-1);
        assertThat(new HashSet<>(matched.values())).hasSize(before.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void linesThatShiftTogetherKeepEveryIdentity(int seed) {
        var random = new Random(seed);
        var before = unlike(program(random));
        int shift = 1 + random.nextInt(50);
        var now =
                before.stream()
                        .map(
                                one ->
                                        new Place(
                                                one.truth,
                                                one.rule,
                                                one.path,
                                                one.line + shift,
                                                one.snippet))
                        .toList();

        match(before, now, Map.of(), true)
                .forEach((truth, number) -> assertThat(number).isEqualTo(truth));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void aRenamedFileKeepsEveryIdentity(int seed) {
        var before = unlike(program(new Random(seed)));
        var now =
                before.stream()
                        .map(
                                one ->
                                        one.path.equals("src/F1.java")
                                                ? new Place(
                                                        one.truth,
                                                        one.rule,
                                                        "moved/G.java",
                                                        one.line,
                                                        one.snippet)
                                                : one)
                        .toList();

        match(before, now, Map.of("src/F1.java", "moved/G.java"), false)
                .forEach((truth, number) -> assertThat(number).isEqualTo(truth));
        match(before, now, Map.of(), true)
                .forEach((truth, number) -> assertThat(number).isEqualTo(truth));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void theResultDoesNotDependOnTheOrderOfTheReport(int seed) {
        var random = new Random(seed);
        var before = program(random);
        var now = changed(before, random);
        var expected = pairs(match(before, now, Map.of(), true), now);
        for (int order = 0; order < 4; order++) {
            var shuffled = new ArrayList<>(now);
            Collections.shuffle(shuffled, new Random(order));
            assertThat(pairs(match(before, shuffled, Map.of(), true), shuffled))
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void noFindingIsMatchedTwiceAndNoneThatIsStillThereIsLost(int seed) {
        var random = new Random(seed);
        var before = program(random);
        var now = changed(before, random);
        var matched =
                match(before, now, Map.of(), true).values().stream().filter(n -> n >= 0).toList();

        assertThat(new HashSet<>(matched)).hasSameSizeAs(matched);
        assertThat(matched).hasSizeGreaterThanOrEqualTo(sameGroups(before, now));
    }

    @Test
    void aSnippetThatWasCopiedIsNotTakenForARename() {
        var before =
                List.of(
                        new Place(0, "R", "A.java", 5, "x()"),
                        new Place(1, "R", "A.java", 9, "y()"));
        var now =
                List.of(
                        new Place(1, "R", "A.java", 9, "y()"),
                        new Place(2, "R", "B.java", 5, "x()"));

        assertThat(match(before, now, Map.of(), true)).containsEntry(2, -1);
    }

    @Test
    void withoutContextAnotherFileIsNeverGuessed() {
        var before = List.of(new Place(0, "R", "A.java", 5, ""));
        var now = List.of(new Place(0, "R", "B.java", 5, ""));

        assertThat(match(before, now, Map.of(), true)).containsEntry(0, -1);
        assertThat(match(before, now, Map.of("A.java", "B.java"), false)).containsEntry(0, 0);
    }

    @Test
    void thousandsOfEqualFindingsArePairedQuickly() {
        var before = new ArrayList<Place>();
        for (int i = 0; i < 20_000; i++) before.add(new Place(i, "R", "A.java", i, "x"));
        var now =
                before.stream()
                        .map(one -> new Place(one.truth, "R", "A.java", one.line + 7, "x"))
                        .toList();

        assertThat(match(before, now, Map.of(), true).values()).doesNotContain(-1);
    }

    @Test
    void theFingerprintTellsEqualFindingsApart() {
        var identity = DEFINITION.of("T", finding(new Place(0, "R", "A.java", 1, " a \n  b ")));

        assertThat(identity.canonical())
                .isEqualTo(
                        "7:sarif/1,4:TOOL,1:T,4:RULE,1:R,6:SYMBOL,0:,7:SNIPPET,3:a b,4:PATH,6:A.java,");
        assertThat(Identity.fingerprint(identity.canonical(), 0))
                .hasSize(64)
                .isNotEqualTo(Identity.fingerprint(identity.canonical(), 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a", "  a", "a  b", "a\tb ", "\u3000转账\u00a0x", "a\n"})
    void theHasherComputesWhatTheDefinitionSays(String text) {
        String snippet = text + "x".repeat(text.length() * 1_000);
        for (String tool : List.of("T", "CodeQL", "SpotBugs", "工具")) {
            var definition = IdentityDefinition.ofTool(tool);
            var hasher = new IdentityHasher(definition, tool);
            for (String path : List.of("", "src/转.java", "A.java")) {
                var finding = finding(new Place(0, "R", path, 1, snippet));
                Identity identity = definition.of(tool, finding);
                assertThat(hasher.key(finding)).isEqualTo(identity.key());
                assertThat(hasher.context()).isEqualTo(identity.context());
                assertThat(hasher.placed()).isEqualTo(identity.placed());
            }
        }
    }

    /** Truth of each reported finding to the number that it was matched with, or -1. */
    private static Map<Integer, Integer> match(
            List<Place> before, List<Place> now, Map<String, String> renames, boolean guess) {
        var known = new KnownFindings();
        for (Place one : before) {
            Identity identity = DEFINITION.of("T", finding(one));
            known.add(
                    one.truth,
                    identity.digest(),
                    0,
                    identity.context(),
                    one.line,
                    content(one),
                    hash(one),
                    true);
        }
        var match = new MatchFindings(known);
        var result = new HashMap<Integer, Integer>();
        var others = new ArrayList<ReportedPlace>();
        var truths = new ArrayList<Integer>();
        for (Place one : now) {
            Identity identity = DEFINITION.of("T", finding(one));
            int index = match.takeUnchanged(one.path, one.line, content(one), hash(one));
            if (index >= 0) {
                result.put(one.truth, (int) known.number(index));
            } else {
                others.add(
                        new ReportedPlace(
                                identity.key(),
                                identity.context(),
                                identity.placed(),
                                one.path,
                                one.line,
                                0,
                                0));
                truths.add(one.truth);
            }
        }
        match.matchPlaces(others);
        match.matchRenames(index -> before.get(index).path, renames, guess);
        for (int i = 0; i < others.size(); i++) {
            int index = match.knownOf(i);
            result.put(truths.get(i), index < 0 ? -1 : (int) known.number(index));
        }
        return result;
    }

    private static long content(Place one) {
        return one.rule.hashCode() * 31L + one.snippet.hashCode();
    }

    private static long hash(Place one) {
        return one.path.hashCode() * 31L + one.line;
    }

    /** Which places were matched with which numbers, whichever of equal ones it was. */
    private static Set<String> pairs(Map<Integer, Integer> matched, List<Place> now) {
        var pairs = new TreeSet<String>();
        var counts = new HashMap<String, Integer>();
        now.stream()
                .map(
                        one ->
                                one.rule
                                        + one.path
                                        + ":"
                                        + one.line
                                        + one.snippet
                                        + "="
                                        + matched.get(one.truth))
                .sorted()
                .forEach(text -> pairs.add(text + "#" + counts.merge(text, 1, Integer::sum)));
        return pairs;
    }

    private static List<Place> changed(List<Place> before, Random random) {
        var now = new ArrayList<Place>();
        for (Place one : before) {
            switch (random.nextInt(6)) {
                case 0 -> {}
                case 1 ->
                        now.add(
                                new Place(
                                        one.truth,
                                        one.rule,
                                        one.path,
                                        one.line + random.nextInt(9),
                                        one.snippet));
                case 2 ->
                        now.add(
                                new Place(
                                        one.truth, one.rule, "src/N.java", one.line, one.snippet));
                default -> now.add(one);
            }
        }
        for (int i = 0; i < random.nextInt(10); i++) {
            now.add(
                    new Place(
                            1_000 + i,
                            "R0",
                            "src/F0.java",
                            random.nextInt(200),
                            "call(" + random.nextInt(12) + ")"));
        }
        return now;
    }

    /** Only findings that nothing else is equal to. */
    private static List<Place> unlike(List<Place> places) {
        var seen = new HashSet<String>();
        return places.stream().filter(one -> seen.add(one.rule + one.snippet)).toList();
    }

    private static int sameGroups(List<Place> before, List<Place> now) {
        var counts = new HashMap<String, Integer>();
        before.forEach(one -> counts.merge(one.rule + one.path + one.snippet, 1, Integer::sum));
        int same = 0;
        for (Place one : now) {
            String group = one.rule + one.path + one.snippet;
            if (counts.getOrDefault(group, 0) > 0) {
                counts.merge(group, -1, Integer::sum);
                same++;
            }
        }
        return same;
    }

    private static ReportedFinding finding(Place one) {
        return new ReportedFinding(
                one.rule,
                Severity.HIGH,
                "",
                "",
                List.of(),
                List.of(
                        new CodeLocation(
                                one.path,
                                one.line,
                                0,
                                one.line,
                                0,
                                one.snippet.isEmpty() ? null : one.snippet)),
                List.of(),
                Map.of(),
                null,
                false);
    }
}
