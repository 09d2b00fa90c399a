package dev.touchstone.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MatchFindingsTest {

    private final List<Place> known = new ArrayList<>();

    /** A finding of one rule and method in a file; the number is its index. */
    private record Place(String context, String path, int line) {

        byte[] digest() {
            return ByteBuffer.allocate(32)
                    .putLong(context.hashCode())
                    .putLong(path.hashCode())
                    .array();
        }

        ReportedPlace reported() {
            return new ReportedPlace(
                    Identity.Key.of(digest()), context.hashCode(), true, path, line, 1, 0);
        }
    }

    @Test
    void aFindingThatMovedInItsFileIsTheSame() {
        know("find", "A.java", 10);
        assertThat(match(List.of(new Place("find", "A.java", 25)), Map.of(), true))
                .containsExactly(0);
    }

    @Test
    void twoEqualFindingsInOneFileStayTwo() {
        know("find", "A.java", 10);
        know("find", "A.java", 20);
        var shifted = List.of(new Place("find", "A.java", 23), new Place("find", "A.java", 13));
        assertThat(match(shifted, Map.of(), true)).containsExactly(1, 0);
    }

    @Test
    void ofTwoEqualFindingsTheOneThatStaysKeepsItsPlace() {
        know("find", "A.java", 10);
        know("find", "A.java", 20);
        assertThat(match(List.of(new Place("find", "A.java", 20)), Map.of(), true))
                .containsExactly(1);
    }

    @Test
    void aFileRenamedByGitTakesItsFindingsAlong() {
        know("find", "old/A.java", 10);
        var renamed = List.of(new Place("find", "new/B.java", 12));
        assertThat(match(renamed, Map.of("old/A.java", "new/B.java"), false)).containsExactly(0);
    }

    @Test
    void aRenameIsGuessedOnlyWhenTheOldFileIsGoneAndTheRunWasComplete() {
        know("find", "old/A.java", 10);
        know("other", "old/A.java", 30);
        var elsewhere = new Place("find", "new/A.java", 10);
        assertThat(match(List.of(elsewhere), Map.of(), true)).containsExactly(0);
        assertThat(match(List.of(elsewhere), Map.of(), false)).containsExactly(MatchFindings.NONE);
        var oldFileStands = List.of(elsewhere, new Place("other", "old/A.java", 30));
        assertThat(match(oldFileStands, Map.of(), true)).containsExactly(MatchFindings.NONE, 1);
    }

    @Test
    void theOrderOfTheReportDoesNotMatter() {
        for (long seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            known.clear();
            for (int i = 0; i < 30; i++) {
                know(
                        "m" + random.nextInt(4),
                        "F" + random.nextInt(5) + ".java",
                        random.nextInt(40));
            }
            var report = new ArrayList<Place>();
            for (int i = 0; i < 30; i++) {
                report.add(
                        new Place(
                                "m" + random.nextInt(4), "F" + random.nextInt(7) + ".java", i * 3));
            }
            var renames = Map.of("F0.java", "F5.java");
            var once = byPlace(report, match(report, renames, true));
            Collections.shuffle(report, random);
            assertThat(byPlace(report, match(report, renames, true)))
                    .as("seed %s", seed)
                    .isEqualTo(once);
        }
    }

    @Test
    void noKnownFindingIsTakenTwice() {
        for (long seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            known.clear();
            for (int i = 0; i < 20; i++) know("m" + random.nextInt(2), "F" + random.nextInt(3), i);
            var report = new ArrayList<Place>();
            for (int i = 0; i < 40; i++) {
                report.add(new Place("m" + random.nextInt(2), "F" + random.nextInt(4), i));
            }
            var taken = new HashSet<Integer>();
            for (int index : match(report, Map.of(), true)) {
                if (index != MatchFindings.NONE) assertThat(taken.add(index)).isTrue();
            }
        }
    }

    private void know(String context, String path, int line) {
        known.add(new Place(context, path, line));
    }

    private List<Integer> match(List<Place> report, Map<String, String> renames, boolean guess) {
        var columns = new KnownFindings();
        var ordinals = new HashMap<List<Object>, Integer>();
        for (int i = 0; i < known.size(); i++) {
            Place place = known.get(i);
            int ordinal = ordinals.merge(List.of(place.context, place.path), 1, Integer::sum) - 1;
            columns.add(
                    i + 1,
                    place.digest(),
                    ordinal,
                    place.context.hashCode(),
                    place.line,
                    0,
                    0,
                    true);
        }
        var match = new MatchFindings(columns);
        match.matchPlaces(report.stream().map(Place::reported).toList());
        match.matchRenames(index -> known.get(index).path, renames, guess);
        var result = new ArrayList<Integer>();
        for (int i = 0; i < report.size(); i++) result.add(match.knownOf(i));
        return result;
    }

    private static Map<Place, Integer> byPlace(List<Place> report, List<Integer> matched) {
        var result = new HashMap<Place, Integer>();
        for (int i = 0; i < report.size(); i++) result.put(report.get(i), matched.get(i));
        return result;
    }
}
