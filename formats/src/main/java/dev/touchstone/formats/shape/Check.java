package dev.touchstone.formats.shape;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A shape that is being held against the value under the cursor. */
final class Check {
    final Shape shape;
    final Branch branch;
    long seen;
    int count;
    private @Nullable Set<Long> items;
    private @Nullable List<Group> groups;

    Check(Shape shape, Branch branch) {
        this.shape = shape;
        this.branch = branch;
    }

    /** Forms of one value that are tried side by side. */
    record Group(Kind kind, List<Branch> branches) {
        enum Kind {
            AT_LEAST_ONE,
            EXACTLY_ONE,
            NONE,
            CONDITION
        }
    }

    /** False when an equal item was there before. */
    boolean addItem(long hash) {
        if (items == null) items = new HashSet<>();
        return items.add(hash);
    }

    List<Group> groups() {
        return groups == null ? List.of() : groups;
    }

    /** Opens the forms that this shape allows and adds their checks to {@code checks}. */
    void expand(List<Check> checks) {
        for (Shape each : shape.all) start(each, branch, checks);
        for (Shape.Alternatives forms : shape.alternatives) {
            Group group =
                    new Group(
                            forms.exactlyOne() ? Group.Kind.EXACTLY_ONE : Group.Kind.AT_LEAST_ONE,
                            new ArrayList<>());
            for (Shape form : forms.shapes()) group.branches().add(start(form, checks));
            add(group);
        }
        if (shape.not != null) {
            add(new Group(Group.Kind.NONE, List.of(start(shape.not, checks))));
        }
        Shape.Condition condition = shape.condition;
        if (condition != null) {
            add(
                    new Group(
                            Group.Kind.CONDITION,
                            List.of(
                                    start(condition.when(), checks),
                                    start(condition.then(), checks),
                                    start(condition.otherwise(), checks))));
        }
    }

    private void add(Group group) {
        if (groups == null) groups = new ArrayList<>(2);
        groups.add(group);
    }

    private static Branch start(@Nullable Shape form, List<Check> checks) {
        Branch branch = new Branch(1);
        if (form != null) start(form, branch, checks);
        return branch;
    }

    private static void start(Shape form, Branch branch, List<Check> checks) {
        Check check = new Check(form, branch);
        checks.add(check);
        check.expand(checks);
    }
}
