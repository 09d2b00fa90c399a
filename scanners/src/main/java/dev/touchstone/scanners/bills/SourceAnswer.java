package dev.touchstone.scanners.bills;

import dev.touchstone.scanners.tree.LeftOut;
import java.util.List;

/** What one file, or all Maven projects of a tree together, told. */
public record SourceAnswer(List<Locked> sources, List<LeftOut> leftOut) {

    public SourceAnswer {
        sources = List.copyOf(sources);
        leftOut = List.copyOf(leftOut);
    }
}
