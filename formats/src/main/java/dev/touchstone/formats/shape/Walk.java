package dev.touchstone.formats.shape;

import dev.touchstone.contract.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Walks once through a document and holds every value against the shapes that apply to it. Memory
 * grows with the depth of the document and with the lists whose items must differ, not with its
 * length.
 */
public final class Walk {
    private static final int MOST_FAULTS = 50;

    /** Items of a list whose items must differ have to be remembered. */
    private static final int MOST_UNIQUE = 500_000;

    private final JsonParser parser;
    private final Branch document = new Branch(MOST_FAULTS);
    private final List<List<Check>> checksByDepth = new ArrayList<>();
    private int depth;
    private int hashing;

    private Walk(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Reads the parser's document to its end.
     *
     * @return what does not fit, at most 50 faults; empty when all fits
     * @throws tools.jackson.core.JacksonException when it is not JSON
     */
    public static List<Fault> through(JsonParser parser, Shape shape) {
        Walk walk = new Walk(parser);
        parser.nextToken();
        List<Check> checks = walk.checks();
        checks.add(new Check(shape, walk.document));
        walk.value(checks);
        parser.nextToken();
        return walk.document.faults();
    }

    private List<Check> checks() {
        while (checksByDepth.size() <= depth) checksByDepth.add(new ArrayList<>());
        List<Check> checks = checksByDepth.get(depth);
        checks.clear();
        return checks;
    }

    /** Checks the value under the cursor; gives its hash where an outer list needs it, else 0. */
    private long value(List<Check> checks) {
        JsonToken token = parser.currentToken();
        if (checks.isEmpty() && hashing == 0) {
            parser.skipChildren();
            return 0;
        }
        int given = checks.size();
        for (int i = 0; i < given; i++) checks.get(i).expand(checks);
        depth++;
        long hash =
                switch (token) {
                    case START_OBJECT -> object(checks);
                    case START_ARRAY -> array(checks);
                    default -> scalar(checks, token);
                };
        depth--;
        for (int i = checks.size() - 1; i >= 0; i--) closeGroups(checks.get(i));
        return hash;
    }

    private long object(List<Check> checks) {
        for (Check check : checks) type(check, Shape.OBJECT);
        long hash = 17;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            List<Check> inner = checks();
            for (int i = 0; i < checks.size(); i++) member(checks.get(i), name, inner);
            parser.nextToken();
            long inside = value(inner);
            if (hashing > 0) hash += Hash.mix(Hash.of(name), inside);
        }
        for (Check check : checks) closeObject(check);
        return hash;
    }

    private void member(Check check, String name, List<Check> inner) {
        if (!check.branch.open()) return;
        Shape.Property property = check.shape.properties.get(name);
        if (property != null) {
            if ((check.seen & property.bit()) != 0) {
                fail(check, "stands twice in the same object; one of them must go");
            }
            check.seen |= property.bit();
            if (property.shape() != null) inner.add(new Check(property.shape(), check.branch));
            return;
        }
        if (!check.shape.patternProperties.isEmpty() && matches(check, name, inner)) return;
        if (check.shape.additional != null) {
            inner.add(new Check(check.shape.additional, check.branch));
        } else if (!check.shape.open) {
            fail(check, "is not a property that the format knows here");
        }
    }

    private static boolean matches(Check check, String name, List<Check> inner) {
        boolean matched = false;
        for (Map.Entry<Pattern, Shape> each : check.shape.patternProperties.entrySet()) {
            if (each.getKey().matcher(name).find()) {
                inner.add(new Check(each.getValue(), check.branch));
                matched = true;
            }
        }
        return matched;
    }

    private void closeObject(Check check) {
        Shape shape = check.shape;
        if ((shape.types & Shape.OBJECT) == 0) return;
        long missing = shape.required & ~check.seen;
        if (missing != 0) fail(check, "lacks " + shape.names(missing));
        if (shape.atLeastOneOf != 0 && (shape.atLeastOneOf & check.seen) == 0) {
            fail(check, "needs one of " + shape.names(shape.atLeastOneOf));
        }
        if (shape.exactlyOneOf != 0 && Long.bitCount(shape.exactlyOneOf & check.seen) != 1) {
            fail(check, "needs exactly one of " + shape.names(shape.exactlyOneOf));
        }
    }

    private long array(List<Check> checks) {
        boolean unique = false;
        for (Check check : checks) {
            type(check, Shape.ARRAY);
            unique |= check.shape.unique;
        }
        if (unique) hashing++;
        long hash = 31;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            List<Check> inner = checks();
            for (int i = 0; i < checks.size(); i++) {
                Check check = checks.get(i);
                Shape item = check.shape.item(check.count++);
                if (item != null && check.branch.open()) inner.add(new Check(item, check.branch));
            }
            long item = value(inner);
            if (hashing > 0) hash = Hash.mix(hash, item);
            if (unique) unique(checks, item);
        }
        if (unique) hashing--;
        for (Check check : checks) closeArray(check);
        return hash;
    }

    private void unique(List<Check> checks, long item) {
        for (Check check : checks) {
            if (!check.shape.unique || !check.branch.open()) continue;
            if (check.count > MOST_UNIQUE) {
                if (check.count == MOST_UNIQUE + 1) {
                    fail(check, "is the last of more than %,d items".formatted(MOST_UNIQUE));
                }
            } else if (!check.addItem(item)) {
                fail(check, "repeats an earlier item of a list whose items must differ");
            }
        }
    }

    private void closeArray(Check check) {
        if ((check.shape.types & Shape.ARRAY) == 0) return;
        if (check.count < check.shape.minItems) {
            fail(
                    check,
                    "has %d items; at least %d needed"
                            .formatted(check.count, check.shape.minItems));
        }
        if (check.count > check.shape.maxItems) {
            fail(
                    check,
                    "has %d items; at most %d allowed"
                            .formatted(check.count, check.shape.maxItems));
        }
    }

    private long scalar(List<Check> checks, JsonToken token) {
        for (Check check : checks) {
            if (check.branch.open()) {
                String fault = Scalar.fault(check.shape, token, parser);
                if (fault != null) fail(check, fault);
            }
        }
        return hashing > 0 ? Hash.of(parser.getString()) + token.id() : 0;
    }

    private void type(Check check, int type) {
        if ((check.shape.types & type) == 0) {
            fail(
                    check,
                    "is %s; expected is %s"
                            .formatted(Shape.typeNames(type), Shape.typeNames(check.shape.types)));
        }
    }

    private void closeGroups(Check check) {
        for (Check.Group group : check.groups()) {
            List<Branch> branches = group.branches();
            switch (group.kind()) {
                case AT_LEAST_ONE, EXACTLY_ONE -> closeForms(check, group);
                case NONE -> {
                    if (!branches.getFirst().failed()) {
                        fail(check, "has a form that is not allowed here");
                    }
                }
                case CONDITION -> {
                    Branch follows = branches.get(branches.getFirst().failed() ? 2 : 1);
                    pass(follows, check);
                }
            }
        }
    }

    private void closeForms(Check check, Check.Group group) {
        long fitting = group.branches().stream().filter(branch -> !branch.failed()).count();
        if (fitting == 0) {
            Branch closest = Branch.closest(group.branches());
            if (closest != null) pass(closest, check);
        } else if (fitting > 1 && group.kind() == Check.Group.Kind.EXACTLY_ONE) {
            fail(check, "fits %d forms of which it may fit only one".formatted(fitting));
        }
    }

    private void pass(Branch from, Check to) {
        for (Fault fault : from.faults()) to.branch.add(fault, from.depth());
    }

    private void fail(Check check, String message) {
        if (!check.branch.open()) return;
        String place = Place.of(parser.streamReadContext(), parser.currentTokenLocation());
        check.branch.add(Fault.error(place, message), depth);
    }
}
