package dev.touchstone.scanners.code;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LiteralStringValueExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values that stand in the source. */
final class Constants {

    private static final Set<String> COLLECTIONS =
            Set.of("of", "asList", "singletonList", "singleton", "ofEntries");

    private Constants() {}

    /** The text or number of an expression; null when it is not fixed. */
    static @Nullable String value(Expression expression) {
        return value(expression, 8);
    }

    private static @Nullable String value(Expression expression, int depth) {
        if (depth == 0) return null;
        return switch (expression) {
            case StringLiteralExpr text -> text.asString();
            case TextBlockLiteralExpr text -> text.asString();
            case LiteralStringValueExpr number -> number.getValue().replace("_", "");
            case EnclosedExpr inner -> value(inner.getInner(), depth - 1);
            case BinaryExpr sum when sum.getOperator() == BinaryExpr.Operator.PLUS -> {
                String left = value(sum.getLeft(), depth - 1);
                String right = left == null ? null : value(sum.getRight(), depth - 1);
                yield right == null ? null : left + right;
            }
            case NameExpr name -> declared(name, depth);
            case FieldAccessExpr field -> declared(field, depth);
            default -> null;
        };
    }

    private static @Nullable String declared(Expression use, int depth) {
        Expression initializer = initializer(use);
        return initializer == null ? null : value(initializer, depth - 1);
    }

    /** What a final field, or a local variable that is set once, was set to. */
    static @Nullable Expression initializer(Expression use) {
        if (!(Declarations.of(use) instanceof VariableDeclarator variable)) return null;
        Expression value = variable.getInitializer().orElse(null);
        Node parent = variable.getParentNode().orElse(null);
        boolean fixed =
                parent instanceof FieldDeclaration field
                        ? field.isFinal()
                        : parent != null
                                && parent.getParentNode().orElse(null) instanceof ExpressionStmt
                                && !Assignments.isReassigned(variable);
        return fixed ? value : null;
    }

    /** All fixed texts of an expression, one by one for collections and arrays. */
    static List<String> values(Expression expression) {
        var found = new ArrayList<String>();
        collect(expression, found, 6);
        return found;
    }

    private static void collect(Expression expression, List<String> found, int depth) {
        if (depth == 0) return;
        String value = value(expression);
        if (value != null) {
            found.add(value);
            return;
        }
        switch (expression) {
            case ArrayInitializerExpr array ->
                    array.getValues().forEach(one -> collect(one, found, depth - 1));
            case ArrayCreationExpr array ->
                    array.getInitializer().ifPresent(one -> collect(one, found, depth - 1));
            case MethodCallExpr call when COLLECTIONS.contains(call.getNameAsString()) ->
                    call.getArguments().forEach(one -> collect(one, found, depth - 1));
            case NameExpr name -> {
                Expression initializer = initializer(name);
                if (initializer != null) collect(initializer, found, depth - 1);
            }
            default -> {}
        }
    }
}
