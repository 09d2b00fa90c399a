package dev.touchstone.engine.identity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Matches the findings of a report with those that are known, one to one, in this order: the same
 * in every respect, the same place, moved in its file, moved with its file. The result does not
 * depend on the order of the report.
 */
public final class MatchFindings {

    /** Index that says: not matched. */
    public static final int NONE = KnownFindings.NONE;

    private final KnownFindings known;
    private final boolean[] taken;
    private final Set<String> keptPaths = new HashSet<>();
    private List<ReportedPlace> reported = List.of();
    private int[] knownOf = new int[0];

    public MatchFindings(KnownFindings known) {
        this.known = known;
        this.taken = new boolean[known.size()];
        known.seal();
    }

    /**
     * Takes the known finding that the report repeats without any difference. The identity is not
     * asked for: what makes it is part of what is compared.
     *
     * @param content hash of all that the finding says, with its rule and the name of the
     *     identity's definition
     * @param place hash of all that tells where it is
     * @return its index, or {@link #NONE}
     */
    public int takeUnchanged(String path, int line, long content, long place) {
        for (int i = known.firstSaying(content, place);
                i != NONE;
                i = known.afterSaying(i, content, place)) {
            if (!taken[i] && known.isPresent(i) && known.line(i) == line) {
                take(i);
                keptPaths.add(path);
                return i;
            }
        }
        return NONE;
    }

    /** Matches the others by rule, context and path. */
    public void matchPlaces(List<ReportedPlace> others) {
        reported = others;
        knownOf = new int[others.size()];
        Arrays.fill(knownOf, NONE);
        var groups = new HashMap<Identity.Key, List<Integer>>();
        for (int i = 0; i < others.size(); i++) {
            Identity.Key key = others.get(i).key();
            if (known.first(key) != NONE) {
                groups.computeIfAbsent(key, absent -> new ArrayList<>()).add(i);
            }
        }
        groups.forEach(this::matchGroup);
        for (int i = 0; i < knownOf.length; i++) {
            if (knownOf[i] != NONE) keptPaths.add(others.get(i).path());
        }
    }

    /**
     * Matches what is left by rule and context in another path.
     *
     * @param renames old path to new path
     * @param guess true to take a file for renamed too when its old path is no longer reported and
     *     its new one was not known; not for a run that saw only a part
     */
    public void matchRenames(
            IntFunction<String> pathOfKnown, Map<String, String> renames, boolean guess) {
        var lost =
                left().mapToObj(i -> new Lost(i, pathOfKnown.apply(i)))
                        .sorted(
                                Comparator.comparing(Lost::path)
                                        .thenComparingInt(one -> known.line(one.index))
                                        .thenComparingLong(one -> known.number(one.index)))
                        .toList();
        var found = unmatched();
        found.sort(Comparator.comparing(reported::get, ReportedPlace.ORDER));
        pair(
                lost.stream().filter(one -> renames.containsKey(one.path)).toList(),
                found,
                one -> renames.get(one.path),
                ReportedPlace::path);
        if (!guess) return;
        var reportedPaths = new HashSet<>(keptPaths);
        reported.forEach(place -> reportedPaths.add(place.path()));
        var goneFiles = lost.stream().filter(one -> !reportedPaths.contains(one.path)).toList();
        var newFiles =
                found.stream()
                        .filter(i -> reported.get(i).placed())
                        .filter(i -> !keptPaths.contains(reported.get(i).path()))
                        .toList();
        pair(goneFiles, newFiles, Lost::fileName, ReportedPlace::fileName);
        pair(goneFiles, newFiles, one -> "", place -> "");
    }

    /** Index of the known finding, or {@link #NONE}. */
    public int knownOf(int index) {
        return knownOf[index];
    }

    /** Indexes of reported findings without a match, in ascending order. */
    public List<Integer> unmatched() {
        var result = new ArrayList<Integer>();
        for (int i = 0; i < knownOf.length; i++) if (knownOf[i] == NONE) result.add(i);
        return result;
    }

    /**
     * Known findings that the report did not name; those that had gone before are not among them.
     */
    public IntStream left() {
        return IntStream.range(0, known.size())
                .filter(i -> !taken[i] && known.isPresent(i))
                .filter(i -> i == 0 || known.number(i - 1) != known.number(i));
    }

    private void matchGroup(Identity.Key key, List<Integer> members) {
        var present = new ArrayList<Integer>();
        var gone = new ArrayList<Integer>();
        for (int i = known.first(key); i != NONE; i = known.after(i, key)) {
            if (!taken[i]) (known.isPresent(i) ? present : gone).add(i);
        }
        members.sort(Comparator.comparing(reported::get, ReportedPlace.ORDER));
        matchWith(present, members);
        matchWith(gone, members);
    }

    private void matchWith(List<Integer> candidates, List<Integer> members) {
        candidates.sort(
                Comparator.comparingInt((Integer i) -> known.line(i))
                        .thenComparingInt(known::ordinal));
        takeSameLine(members, candidates);
        members.removeIf(i -> knownOf[i] != NONE);
        candidates.removeIf(i -> taken[i]);
        var open = List.copyOf(members);
        new NearestPairs(
                        open.stream().mapToInt(i -> reported.get(i).line()).toArray(),
                        candidates.stream().mapToInt(known::line).toArray())
                .forEach((report, candidate) -> join(open.get(report), candidates.get(candidate)));
        members.removeIf(i -> knownOf[i] != NONE);
    }

    private void takeSameLine(List<Integer> members, List<Integer> candidates) {
        var byLine = new HashMap<Integer, ArrayDeque<Integer>>();
        for (int candidate : candidates) {
            byLine.computeIfAbsent(known.line(candidate), absent -> new ArrayDeque<>())
                    .add(candidate);
        }
        for (int member : members) {
            var same = byLine.get(reported.get(member).line());
            if (same == null) continue;
            while (!same.isEmpty() && taken[same.peek()]) same.poll();
            if (!same.isEmpty()) join(member, same.poll());
        }
    }

    private void pair(
            List<Lost> lost,
            List<Integer> found,
            Function<Lost, String> nameOfLost,
            Function<ReportedPlace, String> nameOfFound) {
        record Place(long context, String name) {}
        var waiting = new HashMap<Place, ArrayDeque<Integer>>();
        for (Lost one : lost) {
            if (taken[one.index]) continue;
            waiting.computeIfAbsent(
                            new Place(known.context(one.index), nameOfLost.apply(one)),
                            absent -> new ArrayDeque<>())
                    .add(one.index);
        }
        for (int i : found) {
            if (knownOf[i] != NONE) continue;
            ReportedPlace place = reported.get(i);
            var candidates = waiting.get(new Place(place.context(), nameOfFound.apply(place)));
            if (candidates != null && !candidates.isEmpty()) join(i, candidates.poll());
        }
    }

    private void join(int report, int candidate) {
        knownOf[report] = candidate;
        take(candidate);
    }

    /** A finding with several identities is taken as a whole. */
    private void take(int index) {
        long number = known.number(index);
        for (int i = index; i >= 0 && known.number(i) == number; i--) taken[i] = true;
        for (int i = index; i < taken.length && known.number(i) == number; i++) taken[i] = true;
    }

    private record Lost(int index, String path) {
        String fileName() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }
}
