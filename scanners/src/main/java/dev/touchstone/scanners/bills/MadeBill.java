package dev.touchstone.scanners.bills;

import dev.touchstone.contract.Bill;
import dev.touchstone.formats.BillContents;
import dev.touchstone.scanners.tree.LeftOut;
import java.util.Comparator;
import java.util.List;

/**
 * A bill of materials with where it comes from.
 *
 * @param sources the files that were read, in the order of their paths
 * @param leftOut what could not be read, in the order of the paths
 */
public record MadeBill(BillContents contents, List<Locked> sources, List<LeftOut> leftOut) {

    public MadeBill {
        sources = List.copyOf(sources);
        leftOut = List.copyOf(leftOut);
    }

    /** As the readers of bills give it: with the packages, in the order of their package URLs. */
    public Bill bill() {
        return new Bill(
                "CycloneDX 1.6 JSON",
                null,
                contents.subject().component(),
                contents.parts().stream()
                        .map(BillContents.Part::component)
                        .sorted(Comparator.comparing(each -> String.valueOf(each.ref())))
                        .toList(),
                contents.dependencies(),
                List.of());
    }
}
