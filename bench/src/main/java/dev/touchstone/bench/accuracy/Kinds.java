package dev.touchstone.bench.accuracy;

import java.util.List;
import java.util.Set;

/** Weakness classes that scanners use for the same kind of fault. */
final class Kinds {

    private static final List<Set<Integer>> ALIKE =
            List.of(
                    Set.of(89, 564),
                    Set.of(22, 23, 36, 73, 434),
                    Set.of(77, 78, 88),
                    Set.of(79, 80, 83),
                    Set.of(94, 95, 917, 1336),
                    Set.of(330, 331, 338),
                    Set.of(310, 326, 327, 328, 353, 696, 780, 916),
                    Set.of(323, 329),
                    Set.of(256, 257),
                    Set.of(295, 296, 297),
                    Set.of(311, 319, 523),
                    Set.of(284, 285, 287, 306, 425, 639, 862, 863),
                    Set.of(352, 650),
                    Set.of(93, 113),
                    Set.of(209, 210, 211),
                    Set.of(200, 215, 489, 497, 668),
                    Set.of(359, 532),
                    Set.of(259, 321, 798),
                    Set.of(611, 776, 827),
                    Set.of(276, 732),
                    Set.of(346, 942),
                    Set.of(208, 203, 385),
                    Set.of(400, 730, 1333));

    private Kinds() {}

    /** True when a finding of these classes may speak of a row of this one, {@code CWE-89}. */
    static boolean areAlike(List<Integer> cwes, String rowKind) {
        int row = Integer.parseInt(rowKind.substring("CWE-".length()));
        return cwes.contains(row)
                || ALIKE.stream()
                        .filter(group -> group.contains(row))
                        .anyMatch(group -> cwes.stream().anyMatch(group::contains));
    }
}
