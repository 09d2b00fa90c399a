package dev.touchstone.scanners.code;

import com.github.javaparser.Position;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** What a local variable was given before a place, read in the order of the text. */
final class Assignments {

    private static final Set<String> TEXTS = Set.of("append", "insert");
    private static final Set<String> COLLECTIONS = Set.of("add", "put", "addAll", "addFirst");

    /**
     * One value of a variable.
     *
     * @param how what becomes of the values before
     */
    record Given(Expression value, How how, Node place) {}

    /** What a value does to those that the variable held before. */
    enum How {
        REPLACES,
        /** Stands behind them in one text. */
        APPENDS,
        /** Lies beside them in one collection. */
        JOINS_A_COLLECTION
    }

    private Assignments() {}

    static boolean isReassigned(VariableDeclarator variable) {
        String name = variable.getNameAsString();
        return JavaSource.member(variable)
                .findFirst(AssignExpr.class, set -> set.getTarget().toString().equals(name))
                .isPresent();
    }

    /** From the last value that replaces all before it, in the order of the text. */
    static List<Given> before(String name, Node declaration, Node use) {
        var given = new ArrayList<Given>();
        Node member = JavaSource.member(use);
        if (declaration instanceof VariableDeclarator variable) {
            variable.getInitializer()
                    .ifPresent(v -> given.add(new Given(v, How.REPLACES, variable)));
        }
        Position end = use.getBegin().orElse(Position.HOME);
        member.walk(
                Node.TreeTraversal.PREORDER,
                node -> {
                    if (!node.getBegin().map(end::isAfter).orElse(false)) return;
                    if (node instanceof AssignExpr set
                            && set.getTarget().toString().equals(name)
                            && !set.isAncestorOf(use)) {
                        boolean replaces = set.getOperator() == AssignExpr.Operator.ASSIGN;
                        var how = replaces ? How.REPLACES : How.APPENDS;
                        given.add(new Given(set.getValue(), how, set));
                    } else if (node instanceof MethodCallExpr call
                            && (TEXTS.contains(call.getNameAsString())
                                    || COLLECTIONS.contains(call.getNameAsString()))
                            && !call.isAncestorOf(use)
                            && root(call) instanceof NameExpr base
                            && base.getNameAsString().equals(name)) {
                        var how =
                                TEXTS.contains(call.getNameAsString())
                                        ? How.APPENDS
                                        : How.JOINS_A_COLLECTION;
                        call.getArguments().forEach(v -> given.add(new Given(v, how, call)));
                    }
                });
        var kept = new ArrayList<Given>();
        for (Given one : given.reversed()) {
            kept.add(one);
            if (one.how() == How.REPLACES && surelyRuns(one.place(), use)) break;
        }
        Collections.reverse(kept);
        return kept;
    }

    private static Expression root(MethodCallExpr call) {
        Expression at = call;
        while (at instanceof MethodCallExpr inner && inner.getScope().isPresent()) {
            at = inner.getScope().get();
        }
        return at;
    }

    private static boolean surelyRuns(Node place, Node use) {
        Node statement = place;
        while (statement != null && !(statement instanceof ExpressionStmt)) {
            statement = statement.getParentNode().orElse(null);
        }
        Node block = statement == null ? null : statement.getParentNode().orElse(null);
        return block instanceof BlockStmt && block.isAncestorOf(use);
    }
}
