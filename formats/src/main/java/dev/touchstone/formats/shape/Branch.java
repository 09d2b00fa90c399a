package dev.touchstone.formats.shape;

import dev.touchstone.contract.Fault;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of thought about a value: the document itself, or one of the forms that a value may
 * take. It holds what speaks against it, and how deep in the document that was found.
 */
final class Branch {
    private final int most;
    private final List<Fault> faults = new ArrayList<>();
    private int depth = -1;

    Branch(int most) {
        this.most = most;
    }

    /** False when more faults would be of no use. */
    boolean open() {
        return faults.size() < most;
    }

    boolean failed() {
        return !faults.isEmpty();
    }

    void add(Fault fault, int atDepth) {
        if (!open()) return;
        faults.add(fault);
        if (depth < 0) depth = atDepth;
    }

    List<Fault> faults() {
        return faults;
    }

    /** The form that came closest: its fault explains best what is wrong. */
    static @Nullable Branch closest(List<Branch> branches) {
        Branch best = null;
        for (Branch branch : branches) {
            if (branch.failed() && (best == null || branch.depth > best.depth)) best = branch;
        }
        return best;
    }

    int depth() {
        return depth;
    }
}
