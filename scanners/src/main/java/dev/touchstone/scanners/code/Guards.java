package dev.touchstone.scanners.code;

import com.github.javaparser.Position;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.ThrowStmt;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks that a value went through before it is used. */
final class Guards {

    private static final Set<String> LISTS = Set.of("contains", "containsKey", "matches", "find");

    private static final Pattern CHECKS =
            Pattern.compile(
                    "(?i)^(check|validate|require|ensure|assert|verify)(?!NonNull|NotNull)");

    private static final Set<String> NO_CHECKS =
            Set.of("requireNonNull", "hasText", "notNull", "hasLength", "notEmpty", "notBlank");

    private Guards() {}

    /** True when a list, a pattern or a checking method has judged the named value before. */
    static boolean isChecked(String name, Expression use) {
        for (Node at = use; at != null; at = at.getParentNode().orElse(null)) {
            if (at instanceof IfStmt branch
                            && isWithin(use, branch.getThenStmt())
                            && judges(branch.getCondition(), name)
                    || at instanceof ConditionalExpr choice
                            && isWithin(use, choice.getThenExpr())
                            && judges(choice.getCondition(), name)) {
                return true;
            }
        }
        Node member = JavaSource.member(use);
        Position end = use.getBegin().orElse(Position.HOME);
        return member.findFirst(
                                IfStmt.class,
                                branch ->
                                        comesBefore(branch, end)
                                                && leaves(branch.getThenStmt())
                                                && judges(branch.getCondition(), name))
                        .isPresent()
                || member.findFirst(
                                ExpressionStmt.class,
                                line ->
                                        comesBefore(line, end)
                                                && checks(line.getExpression(), name))
                        .isPresent();
    }

    private static boolean isWithin(Node use, Node part) {
        return part == use || part.isAncestorOf(use);
    }

    private static boolean comesBefore(Node node, Position end) {
        return node.getEnd().map(end::isAfter).orElse(false);
    }

    private static boolean leaves(Statement then) {
        Statement last =
                then.isBlockStmt()
                        ? then.asBlockStmt().getStatements().getLast().orElse(then)
                        : then;
        return last instanceof ThrowStmt
                || last instanceof ReturnStmt
                || last instanceof ContinueStmt;
    }

    private static boolean judges(Expression condition, String name) {
        return condition
                .findFirst(
                        MethodCallExpr.class,
                        call ->
                                LISTS.contains(call.getNameAsString())
                                                && (mentions(call, name) && !isSearchIn(call, name))
                                        || CHECKS.matcher(call.getNameAsString()).find()
                                                && mentions(call, name)
                                        || call.getNameAsString()
                                                        .matches(
                                                                "(?i)is(Valid|Allowed|Safe|Known)\\w*")
                                                && mentions(call, name))
                .isPresent();
    }

    /** {@code name.contains("..")} looks for bad parts and proves nothing. */
    private static boolean isSearchIn(MethodCallExpr call, String name) {
        return call.getNameAsString().startsWith("contains")
                && call.getScope().map(scope -> scope.toString().equals(name)).orElse(true);
    }

    private static boolean checks(Expression line, String name) {
        return line instanceof MethodCallExpr call
                && !NO_CHECKS.contains(call.getNameAsString())
                && (CHECKS.matcher(call.getNameAsString()).find() && mentions(call, name)
                        || call.getNameAsString().equals("isTrue") && judges(call, name));
    }

    private static boolean mentions(Node node, String name) {
        return node.findFirst(NameExpr.class, one -> one.getNameAsString().equals(name))
                .isPresent();
    }
}
