package dev.touchstone.engine.policy;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.bundle.Cel;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.parser.CelUnparserFactory;
import dev.cel.runtime.CelEvaluationException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiles one expression, or says where and why it is refused. */
final class CompileCondition {

    private static final Set<String> NOT_OPEN = Set.of("dyn", "type");

    private static final long WORK_OF_A_PATTERN = 100;

    private final Cel deciding;
    private final Cel explaining;

    CompileCondition(Map<String, Vocabulary.NamedList> lists, boolean eachFinding) {
        this.deciding = Vocabulary.environment(lists, eachFinding, false);
        this.explaining = Vocabulary.environment(lists, eachFinding, true);
    }

    /** What came of it. */
    sealed interface Result {
        record Compiled(Condition condition) implements Result {}

        record Refused(List<Problem> problems) implements Result {}
    }

    /**
     * @param line from 1, inside the expression
     * @param column from 1
     */
    record Problem(int line, int column, String message) {}

    Result compile(String text) {
        try {
            var ast = deciding.compile(text).getAst();
            var problems = new ArrayList<Problem>();
            check(ast, ast.getExpr(), problems);
            return problems.isEmpty()
                    ? new Result.Compiled(assemble(text, ast))
                    : new Result.Refused(problems);
        } catch (CelValidationException e) {
            return new Result.Refused(
                    e.getErrors().stream()
                            .map(issue -> problem(issue.getSourceLocation(), issue.getMessage()))
                            .toList());
        } catch (CelEvaluationException e) {
            return new Result.Refused(List.of(new Problem(1, 1, String.valueOf(e.getMessage()))));
        }
    }

    private Condition assemble(String text, CelAbstractSyntaxTree ast)
            throws CelEvaluationException {
        var conjuncts = new ArrayList<Condition.Conjunct>();
        for (CelExpr part : operands(ast.getExpr(), "_&&_")) {
            var tree =
                    CelAbstractSyntaxTree.newCheckedAst(
                            part, ast.getSource(), ast.getReferenceMap(), ast.getTypeMap());
            var reads = EnumSet.noneOf(FindingField.class);
            collectReads(part, reads);
            conjuncts.add(
                    new Condition.Conjunct(
                            deciding.createProgram(tree),
                            reads.toArray(FindingField[]::new),
                            work(part)));
        }
        // Parts with few different values run first; the rest is asked only where they say yes.
        conjuncts.sort(Comparator.comparingInt(CompileCondition::last));
        var parts = new ArrayList<ExpressionPart>();
        collectParts(ast, ast.getExpr(), 0, parts);
        return new Condition(text, conjuncts, explaining.createProgram(ast), parts);
    }

    private static int last(Condition.Conjunct conjunct) {
        var reads = conjunct.reads();
        return reads.length == 0 ? -1 : reads[reads.length - 1].ordinal();
    }

    /** All loops of one run share one allowance of turns, so nesting does not multiply them. */
    private static long work(CelExpr expression) {
        long nodes = count(expression);
        return hasLoop(expression) ? nodes * Vocabulary.MAX_ITERATIONS : nodes;
    }

    private static long count(CelExpr expression) {
        boolean pattern =
                expression.getKind() == CelExpr.ExprKind.Kind.CALL
                        && expression.call().function().equals("matches");
        return (pattern ? WORK_OF_A_PATTERN : 1)
                + children(expression).stream().mapToLong(CompileCondition::count).sum();
    }

    private static boolean hasLoop(CelExpr expression) {
        return expression.getKind() == CelExpr.ExprKind.Kind.COMPREHENSION
                || children(expression).stream().anyMatch(CompileCondition::hasLoop);
    }

    /** The operands that a chain of the same operator joins, from left to right. */
    private static List<CelExpr> operands(CelExpr expression, String operator) {
        if (expression.getKind() != CelExpr.ExprKind.Kind.CALL
                || !expression.call().function().equals(operator)) {
            return List.of(expression);
        }
        return expression.call().args().stream()
                .flatMap(operand -> operands(operand, operator).stream())
                .toList();
    }

    private static void collectReads(CelExpr expression, Set<FindingField> reads) {
        if (expression.getKind() == CelExpr.ExprKind.Kind.SELECT
                && expression.select().operand().getKind() == CelExpr.ExprKind.Kind.IDENT) {
            var field =
                    FindingField.of(
                            expression.select().operand().ident().name(),
                            expression.select().field());
            if (field.isPresent()) {
                reads.add(field.get());
                return;
            }
        }
        if (expression.getKind() == CelExpr.ExprKind.Kind.IDENT
                && Set.of(Vocabulary.FINDING, Vocabulary.RULE)
                        .contains(expression.ident().name())) {
            reads.addAll(EnumSet.allOf(FindingField.class));
        }
        children(expression).forEach(child -> collectReads(child, reads));
    }

    private static void collectParts(
            CelAbstractSyntaxTree ast, CelExpr expression, int depth, List<ExpressionPart> parts) {
        var kind = expression.getKind();
        boolean worthShowing =
                kind == CelExpr.ExprKind.Kind.CALL
                        || kind == CelExpr.ExprKind.Kind.SELECT
                        || kind == CelExpr.ExprKind.Kind.COMPREHENSION
                        || (kind == CelExpr.ExprKind.Kind.IDENT
                                && expression.ident().name().equals(Vocabulary.STAGE));
        if (!worthShowing) {
            if (kind == CelExpr.ExprKind.Kind.LIST) {
                children(expression).forEach(child -> collectParts(ast, child, depth, parts));
            }
            return;
        }
        parts.add(new ExpressionPart(expression.id(), textOf(ast, expression), depth));
        if (kind == CelExpr.ExprKind.Kind.COMPREHENSION) {
            collectParts(ast, expression.comprehension().iterRange(), depth + 1, parts);
        } else if (kind == CelExpr.ExprKind.Kind.CALL) {
            String function = expression.call().function();
            boolean chain = function.equals("_&&_") || function.equals("_||_");
            var inside = chain ? operands(expression, function) : children(expression);
            inside.forEach(child -> collectParts(ast, child, depth + 1, parts));
        }
    }

    private static String textOf(CelAbstractSyntaxTree ast, CelExpr expression) {
        return CelUnparserFactory.newUnparser()
                .unparse(CelAbstractSyntaxTree.newParsedAst(expression, ast.getSource()));
    }

    /** Refuses what the type checker lets through but what would only fail while judging. */
    private static void check(
            CelAbstractSyntaxTree ast, CelExpr expression, List<Problem> problems) {
        switch (expression.getKind()) {
            case STRUCT, MAP ->
                    problems.add(
                            at(ast, expression, "maps and messages cannot be made in a condition"));
            case CALL -> {
                var call = expression.call();
                if (NOT_OPEN.contains(call.function())) {
                    problems.add(
                            at(
                                    ast,
                                    expression,
                                    call.function()
                                            + "() is not open to policies: it would hide"
                                            + " mistyped names from the compiler"));
                }
                if (call.function().equals("matches")) {
                    checkPattern(ast, call.args().getLast(), problems);
                }
            }
            case NOT_SET, CONSTANT, IDENT, SELECT, LIST, COMPREHENSION -> {}
        }
        children(expression).forEach(child -> check(ast, child, problems));
    }

    private static void checkPattern(
            CelAbstractSyntaxTree ast, CelExpr pattern, List<Problem> problems) {
        if (pattern.getKind() != CelExpr.ExprKind.Kind.CONSTANT
                || pattern.constant().getKind() != CelConstant.Kind.STRING_VALUE) {
            problems.add(at(ast, pattern, "the pattern of matches() must be a literal text"));
            return;
        }
        try {
            Pattern.compile(pattern.constant().stringValue());
        } catch (PatternSyntaxException e) {
            problems.add(
                    at(ast, pattern, "not a regular expression of RE2: " + e.getDescription()));
        }
    }

    private static List<CelExpr> children(CelExpr expression) {
        return switch (expression.getKind()) {
            case NOT_SET, CONSTANT, IDENT -> List.of();
            case SELECT -> List.of(expression.select().operand());
            case CALL -> {
                var all = new ArrayList<CelExpr>();
                expression.call().target().ifPresent(all::add);
                all.addAll(expression.call().args());
                yield all;
            }
            case LIST -> List.copyOf(expression.list().elements());
            case STRUCT ->
                    expression.struct().entries().stream()
                            .map(CelExpr.CelStruct.Entry::value)
                            .toList();
            case MAP ->
                    expression.map().entries().stream().map(CelExpr.CelMap.Entry::value).toList();
            case COMPREHENSION -> {
                var loop = expression.comprehension();
                yield List.of(
                        loop.iterRange(),
                        loop.accuInit(),
                        loop.loopCondition(),
                        loop.loopStep(),
                        loop.result());
            }
        };
    }

    private static Problem at(CelAbstractSyntaxTree ast, CelExpr expression, String message) {
        @Nullable Integer offset = ast.getSource().getPositionsMap().get(expression.id());
        var place =
                offset == null
                        ? java.util.Optional.<CelSourceLocation>empty()
                        : ast.getSource().getOffsetLocation(offset);
        return place.map(location -> problem(location, message))
                .orElseGet(() -> new Problem(1, 1, message));
    }

    /** CEL counts columns from 0 in its locations, people from 1. */
    private static Problem problem(CelSourceLocation location, String message) {
        return new Problem(
                Math.max(1, location.getLine()), Math.max(0, location.getColumn()) + 1, message);
    }
}
