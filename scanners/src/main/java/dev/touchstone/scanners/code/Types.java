package dev.touchstone.scanners.code;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.type.Type;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Simple names of types, as far as one file tells without its libraries. */
final class Types {

    /** What well-known calls return, where their receiver's type is not the answer. */
    private static final Map<String, String> RETURNED =
            Map.ofEntries(
                    Map.entry("createStatement", "Statement"),
                    Map.entry("getRuntime", "Runtime"),
                    Map.entry("newXPath", "XPath"),
                    Map.entry("getWriter", "PrintWriter"),
                    Map.entry("getSession", "Session"),
                    Map.entry("openSession", "Session"),
                    Map.entry("getCurrentSession", "Session"),
                    Map.entry("getEntityManager", "EntityManager"),
                    Map.entry("getEngineByName", "ScriptEngine"),
                    Map.entry("generateKeyPair", "KeyPair"));

    private static final Set<String> NUMBERS =
            Set.of(
                    "int",
                    "long",
                    "short",
                    "byte",
                    "double",
                    "float",
                    "boolean",
                    "char",
                    "Integer",
                    "Long",
                    "Short",
                    "Byte",
                    "Double",
                    "Float",
                    "Boolean",
                    "BigDecimal",
                    "BigInteger",
                    "UUID",
                    "LocalDate",
                    "LocalDateTime",
                    "LocalTime",
                    "Instant",
                    "Duration",
                    "YearMonth",
                    "Year",
                    "ZonedDateTime",
                    "OffsetDateTime",
                    "Date",
                    "Timestamp",
                    "Currency",
                    "AtomicInteger",
                    "AtomicLong");

    private Types() {}

    /** The simple type of an expression; empty when it cannot be told. */
    static String of(Expression expression) {
        return of(expression, 8);
    }

    private static String of(Expression expression, int depth) {
        if (depth == 0) return "";
        return switch (expression) {
            case NameExpr name -> named(name, name.getNameAsString(), depth);
            case FieldAccessExpr field when field.toString().matches("System\\.(out|err)") ->
                    "PrintStream";
            case FieldAccessExpr field -> named(field, field.getNameAsString(), depth);
            case ObjectCreationExpr made -> made.getType().getNameAsString();
            case CastExpr cast -> simple(cast.getType());
            case EnclosedExpr inner -> of(inner.getInner(), depth - 1);
            case MethodCallExpr call -> returned(call, depth);
            default -> "";
        };
    }

    private static String named(Expression use, String name, int depth) {
        Node declaration = Declarations.of(use);
        Type type = Declarations.type(declaration);
        if (type != null) return simple(type);
        if (declaration instanceof VariableDeclarator variable) {
            return variable.getInitializer().map(value -> of(value, depth - 1)).orElse("");
        }
        boolean looksLikeType = !name.isEmpty() && Character.isUpperCase(name.charAt(0));
        return declaration == null && looksLikeType ? name : "";
    }

    private static String returned(MethodCallExpr call, int depth) {
        String name = call.getNameAsString();
        String known = RETURNED.get(name);
        if (known != null) return known;
        if (name.startsWith("get") && name.length() > 3 && call.getArguments().isEmpty()) {
            String guess = name.substring(3);
            if (call.getScope().isEmpty() || call.getScope().get().isThisExpr()) return guess;
        }
        return call.getScope().map(scope -> of(scope, depth - 1)).orElse("");
    }

    /** Types that the receiver of a call may have; those of the class around it without one. */
    static Set<String> receiver(MethodCallExpr call) {
        Expression scope = call.getScope().orElse(null);
        if (scope != null && !scope.isThisExpr() && !scope.isSuperExpr()) {
            String type = of(scope);
            return type.isEmpty() ? Set.of() : Set.of(type);
        }
        var types = new TreeSet<String>();
        call.findAncestor(ClassOrInterfaceDeclaration.class)
                .ifPresent(
                        type -> {
                            type.getExtendedTypes().forEach(one -> types.add(simple(one)));
                            type.getImplementedTypes().forEach(one -> types.add(simple(one)));
                        });
        call.findCompilationUnit()
                .ifPresent(
                        unit ->
                                unit.getImports().stream()
                                        .filter(one -> one.isStatic())
                                        .map(one -> one.getName().getQualifier().orElse(null))
                                        .filter(one -> one != null)
                                        .forEach(one -> types.add(one.getIdentifier())));
        return types;
    }

    static String simple(Type type) {
        return switch (type) {
            case com.github.javaparser.ast.type.ClassOrInterfaceType named ->
                    named.getNameAsString();
            case com.github.javaparser.ast.type.ArrayType array ->
                    simple(array.getComponentType()) + "[]";
            default -> type.asString();
        };
    }

    /** True for numbers, dates and the like, which cannot carry markup or statements. */
    static boolean isHarmless(@Nullable Type type) {
        return type != null && NUMBERS.contains(simple(type));
    }
}
