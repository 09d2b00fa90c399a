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

    private static final Set<String> BUILDERS = Set.of("append", "insert", "add", "put");

    /**
     * One value of a variable.
     *
     * @param adds true when it is put behind what the variable held
     */
    record Given(Expression value, boolean adds, Node place) {}

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
            variable.getInitializer().ifPresent(v -> given.add(new Given(v, false, variable)));
        }
        Position end = use.getBegin().orElse(Position.HOME);
        member.walk(
                Node.TreeTraversal.PREORDER,
                node -> {
                    if (!node.getBegin().map(end::isAfter).orElse(false)) return;
                    if (node instanceof AssignExpr set
                            && set.getTarget().toString().equals(name)
                            && !set.isAncestorOf(use)) {
                        boolean adds = set.getOperator() != AssignExpr.Operator.ASSIGN;
                        given.add(new Given(set.getValue(), adds, set));
                    } else if (node instanceof MethodCallExpr call
                            && BUILDERS.contains(call.getNameAsString())
                            && !call.isAncestorOf(use)
                            && root(call) instanceof NameExpr base
                            && base.getNameAsString().equals(name)) {
                        call.getArguments().forEach(v -> given.add(new Given(v, true, call)));
                    }
                });
        var kept = new ArrayList<Given>();
        for (Given one : given.reversed()) {
            kept.add(one);
            if (!one.adds() && surelyRuns(one.place(), use)) break;
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
