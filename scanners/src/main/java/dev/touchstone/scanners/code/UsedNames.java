package dev.touchstone.scanners.code;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import java.util.regex.Pattern;

/** Names of the values that an expression shows. */
final class UsedNames {

    /** What keeps a value from being shown. */
    private static final Pattern HIDES =
            Pattern.compile(
                    "(?i)mask|hide|desensiti[sz]|tuomin|redact|mosaic|encrypt|hash|digest|length|"
                            + "size|isEmpty|isBlank|lastFour|last4|tail|sub(string|sequence)|equals|"
                            + "count|exists|type|status|expire|name$");

    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9]*_?[A-Z0-9_]*");

    /** What gives out the values that it is given. */
    private static final Pattern PASSES =
            Pattern.compile(
                    "valueOf|format|formatted|concat|join|append|(?i:toJson\\w*)|"
                            + "writeValueAsString|ofNullable|of|requireNonNull\\w*|nvl|default\\w+|"
                            + "quote|encode\\w*|asList|orElse");

    private UsedNames() {}

    /** True when a name matches that no hiding call encloses. */
    static boolean of(Expression value, Pattern wanted) {
        return switch (value) {
            case NameExpr name -> shows(name.getNameAsString(), wanted);
            case FieldAccessExpr field ->
                    shows(field.getNameAsString(), wanted)
                            || wanted.matcher(owned(field.getScope(), field.getNameAsString()))
                                    .find();
            case MethodCallExpr call -> ofCall(call, wanted);
            case InstanceOfExpr test -> false;
            case BinaryExpr sum when sum.getOperator() != BinaryExpr.Operator.PLUS -> false;
            default -> children(value, wanted);
        };
    }

    /** A constant called PASSWORD is the name of a setting, not a password. */
    private static boolean shows(String name, Pattern wanted) {
        return !CONSTANT.matcher(name).matches() && wanted.matcher(name).find();
    }

    private static boolean ofCall(MethodCallExpr call, Pattern wanted) {
        String name = call.getNameAsString();
        if (HIDES.matcher(name).find()) return false;
        if (wanted.matcher(name).find()) return true;
        String whose = call.getScope().map(scope -> owned(scope, name)).orElse("");
        if (wanted.matcher(whose).find()) return true;
        boolean looksUp = name.startsWith("get") && call.getArguments().size() == 1;
        String key = looksUp ? Constants.value(call.getArgument(0)) : null;
        if (key != null && wanted.matcher(key).find()) return true;
        return call.getScope().map(scope -> of(scope, wanted)).orElse(false)
                        && call.getArguments().isEmpty()
                        && name.matches("toString|get|trim|orElse|strip")
                || PASSES.matcher(name).matches()
                        && call.getArguments().stream().anyMatch(one -> of(one, wanted));
    }

    /** {@code cardNumber} for {@code card.number()} and {@code card.getNumber()}. */
    private static String owned(Expression owner, String name) {
        if (!(owner instanceof NameExpr variable)) return "";
        String part = name.startsWith("get") ? name.substring(3) : name;
        if (part.isEmpty()) return "";
        return variable.getNameAsString()
                + Character.toUpperCase(part.charAt(0))
                + part.substring(1);
    }

    private static boolean children(Node node, Pattern wanted) {
        return node.getChildNodes().stream()
                .filter(Expression.class::isInstance)
                .anyMatch(child -> of((Expression) child, wanted));
    }
}
