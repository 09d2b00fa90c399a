package dev.touchstone.scanners.code;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import java.util.ArrayDeque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Follows values backwards through the assignments, parameters and methods of one file. */
final class Origins {

    private static final int DEEPEST = 12;

    /** Texts that leave the choice of what follows to what follows. */
    private static final Pattern TRANSPARENT =
            Pattern.compile("\\s*|https?://|ftp://|redirect:|forward:");

    private static final Pattern CLEANS =
            Pattern.compile(
                    "[a-z]Filter$|(?i)escape|encode|saniti[sz]|cleans?e|^quote|whitelist|allow|^safe|"
                            + "valid|^check|^require|normali[sz]eForLog|^mask|desensiti[sz]|^hash");

    private static final Set<String> NUMBERS =
            Set.of(
                    "parseInt",
                    "parseLong",
                    "parseDouble",
                    "parseBoolean",
                    "length",
                    "size",
                    "hashCode",
                    "isEmpty",
                    "isBlank",
                    "equals",
                    "compareTo",
                    "indexOf",
                    "contains",
                    "startsWith",
                    "endsWith",
                    "matches",
                    "ordinal",
                    "intValue",
                    "longValue");

    private static final Set<String> OF_TEXTS =
            Set.of(
                    "trim",
                    "strip",
                    "toLowerCase",
                    "toUpperCase",
                    "substring",
                    "replace",
                    "replaceAll",
                    "toString",
                    "concat",
                    "repeat",
                    "intern",
                    "getBytes",
                    "split",
                    "get",
                    "getOrDefault",
                    "stripLeading",
                    "stripTrailing",
                    "orElse",
                    "formatted",
                    "chars",
                    "toCharArray",
                    "orElseThrow",
                    "toPath",
                    "toFile",
                    "normalize",
                    "toAbsolutePath");

    private static final Set<String> OF_REQUESTS =
            Set.of(
                    "getParameter",
                    "getHeader",
                    "getQueryString",
                    "getParameterValues",
                    "getParameterMap",
                    "getRequestURI",
                    "getPathInfo",
                    "getCookies",
                    "getPart",
                    "getReader",
                    "getInputStream");

    private static final Set<String> REQUESTS =
            Set.of("HttpServletRequest", "ServletRequest", "WebRequest", "NativeWebRequest");

    /** Methods of tools that read what a request holds. */
    private static final Pattern BODIES = Pattern.compile("(?i)body|param|payload|content");

    private static final Set<String> ENTRIES =
            Set.of("ZipEntry", "JarEntry", "ZipArchiveEntry", "TarArchiveEntry", "ArchiveEntry");

    private final JavaSource source;
    private final Map<Expression, Origin> known = new IdentityHashMap<>();

    Origins(JavaSource source) {
        this.source = source;
    }

    Origin of(Expression expression) {
        Origin before = known.get(expression);
        if (before != null) return before;
        Origin found = of(expression, DEEPEST);
        known.put(expression, found);
        return found;
    }

    private Origin of(Expression expression, int depth) {
        if (depth == 0) return Origin.UNKNOWN;
        int next = depth - 1;
        return switch (expression) {
            case LiteralExpr literal -> Origin.CONSTANT;
            case EnclosedExpr inner -> of(inner.getInner(), next);
            case CastExpr cast ->
                    Types.isHarmless(cast.getType())
                            ? Origin.UNKNOWN
                            : of(cast.getExpression(), next);
            case BinaryExpr sum when sum.getOperator() == BinaryExpr.Operator.PLUS ->
                    joined(sum.getLeft(), sum.getRight(), next);
            case ConditionalExpr choice ->
                    of(choice.getThenExpr(), next).or(of(choice.getElseExpr(), next));
            case SwitchExpr choice -> results(choice, next);
            case ArrayAccessExpr element -> of(element.getName(), next).passed();
            case ArrayCreationExpr array ->
                    array.getInitializer()
                            .map(values -> any(values.getValues(), next))
                            .orElse(Origin.UNKNOWN);
            case ArrayInitializerExpr array -> any(array.getValues(), next);
            case ObjectCreationExpr made ->
                    made.getType().getNameAsString().endsWith("Exception")
                            ? Origin.UNKNOWN
                            : sum(made.getArguments(), next).passed();
            case AssignExpr set -> of(set.getValue(), next);
            case NameExpr name -> named(name, name.getNameAsString(), next);
            case FieldAccessExpr field -> field(field, next);
            case MethodCallExpr call -> called(call, next);
            default -> Origin.UNKNOWN;
        };
    }

    private Origin joined(Expression left, Expression right, int depth) {
        Origin first = of(left, depth);
        Origin second = of(right, depth);
        String fixed = Constants.value(left);
        Origin sum = first.then(second);
        boolean transparent = fixed != null && TRANSPARENT.matcher(fixed).matches();
        return transparent
                ? new Origin(sum.sources(), sum.joined(), second.leading(), sum.constant())
                : sum;
    }

    private Origin sum(NodeList<Expression> parts, int depth) {
        if (parts.isEmpty()) return Origin.UNKNOWN;
        Origin all = of(parts.get(0), depth);
        for (int i = 1; i < parts.size(); i++) {
            Origin more = of(parts.get(i), depth);
            all =
                    new Origin(
                            all.then(more).sources(),
                            all.joined() || more.joined(),
                            all.leading(),
                            all.constant() && more.constant());
        }
        return all;
    }

    private Origin any(NodeList<Expression> choices, int depth) {
        return choices.stream()
                .map(choice -> of(choice, depth))
                .reduce(Origin::or)
                .orElse(Origin.CONSTANT);
    }

    private Origin results(SwitchExpr choice, int depth) {
        Origin all = Origin.CONSTANT;
        for (var entry : choice.getEntries()) {
            for (var statement : entry.getStatements()) {
                if (statement instanceof ExpressionStmt result) {
                    all = all.or(of(result.getExpression(), depth));
                }
                for (var yield : statement.findAll(YieldStmt.class)) {
                    all = all.or(of(yield.getExpression(), depth));
                }
            }
        }
        return all;
    }

    private Origin named(Expression use, String name, int depth) {
        Node declaration = Declarations.of(use);
        if (declaration == null || Types.isHarmless(Declarations.type(declaration))) {
            return Origin.UNKNOWN;
        }
        if (declaration.getParentNode().orElse(null) instanceof FieldDeclaration) {
            Expression fixed = Constants.initializer(use);
            return fixed == null ? Origin.UNKNOWN : of(fixed, depth);
        }
        if (Guards.isChecked(name, use)) return Origin.UNKNOWN;
        var values = new ArrayDeque<Origin>();
        boolean replaced = false;
        for (var given : Assignments.before(name, declaration, use)) {
            Origin value = of(given.value(), depth);
            Origin before = values.peekLast();
            if (before == null) {
                replaced = given.how() == Assignments.How.REPLACES;
                values.add(value);
            } else {
                boolean appends = given.how() == Assignments.How.APPENDS;
                values.add(appends ? added(before, value) : before.or(value));
            }
        }
        Origin all = values.peekLast();
        if (declaration instanceof Parameter parameter && !replaced) {
            Origin own = parameter(parameter, depth);
            return all == null ? own : own.or(all);
        }
        if (all != null) return all;
        return declaration.getParentNode().flatMap(Node::getParentNode).orElse(null)
                        instanceof ForEachStmt loop
                ? of(loop.getIterable(), depth).passed()
                : Origin.UNKNOWN;
    }

    private static Origin added(Origin text, Origin more) {
        Origin sum = text.then(more);
        boolean empty = text.sources().isEmpty() && text.constant() && !text.leading();
        return empty && more.leading() && !text.joined()
                ? new Origin(sum.sources(), sum.joined(), false, false)
                : sum;
    }

    /** What the callers in this file give to a private method; else what the signature says. */
    private Origin parameter(Parameter parameter, int depth) {
        if (parameter.getParentNode().orElse(null) instanceof MethodDeclaration method
                && method.isPrivate()) {
            int at = method.getParameters().indexOf(parameter);
            var calls =
                    source.calls(method.getNameAsString()).stream()
                            .filter(c -> c.getArguments().size() == method.getParameters().size())
                            .toList();
            if (!calls.isEmpty()) {
                return calls.stream()
                        .map(call -> of(call.getArgument(at), depth / 2))
                        .reduce(Origin::or)
                        .orElse(Origin.UNKNOWN);
            }
        }
        return Parameters.origin(parameter);
    }

    private Origin field(FieldAccessExpr field, int depth) {
        if (Declarations.of(field) != null) return named(field, field.getNameAsString(), depth);
        return field.getNameAsString().equals("length")
                ? Origin.UNKNOWN
                : of(field.getScope(), depth).passed();
    }

    private Origin called(MethodCallExpr call, int depth) {
        String name = call.getNameAsString();
        if (NUMBERS.contains(name) || CLEANS.matcher(name).find()) return Origin.UNKNOWN;
        if (name.equals("getOriginalFilename") || name.equals("getSubmittedFileName")) {
            return Origin.of(Source.UPLOAD_NAME);
        }
        Expression scope = call.getScope().orElse(null);
        String type = scope == null ? "" : Types.of(scope);
        if (name.equals("getName") && ENTRIES.contains(type)) return Origin.of(Source.ENTRY_NAME);
        if (REQUESTS.contains(type)) {
            return OF_REQUESTS.contains(name) ? Origin.of(Source.REQUEST) : Origin.UNKNOWN;
        }
        if (scope == null || scope.isThisExpr()) return own(call, depth);
        if (type.equals("String")
                && scope instanceof NameExpr owner
                && owner.getNameAsString().equals("String")) {
            return format(call, depth);
        }
        if (name.equals("append") || name.equals("insert")) {
            return of(scope, depth).then(any(call.getArguments(), depth));
        }
        if (name.equals("concat")) return joined(scope, call.getArgument(0), depth);
        if (name.equals("formatted")) {
            return of(scope, depth).then(sum(call.getArguments(), depth));
        }
        if (name.equals("getFileName")) return Origin.UNKNOWN;
        if (OF_TEXTS.contains(name)) {
            Origin text = of(scope, depth);
            // What a fixed table answers is not what was asked.
            boolean looksUp = name.startsWith("get") && !name.equals("getBytes");
            return looksUp
                    ? text.sources().isEmpty() && name.equals("getOrDefault")
                            ? of(call.getArgument(1), depth)
                            : text.passed()
                    : text;
        }
        boolean isStatic =
                scope instanceof NameExpr owner
                        && Character.isUpperCase(owner.getNameAsString().charAt(0))
                        && Declarations.of(owner) == null;
        if (isStatic
                && BODIES.matcher(name).find()
                && call.getArguments().stream().anyMatch(one -> REQUESTS.contains(Types.of(one)))) {
            return Origin.of(Source.REQUEST);
        }
        if (isStatic) {
            return name.equals("valueOf") && !type.equals("String")
                    ? Origin.UNKNOWN
                    : sum(call.getArguments(), depth).passed();
        }
        return Parameters.isReader(name) || scope instanceof MethodCallExpr
                ? of(scope, depth).passed()
                : name.equals("resolve")
                        ? sum(call.getArguments(), depth).passed()
                        : Origin.UNKNOWN;
    }

    private Origin format(MethodCallExpr call, int depth) {
        var parts = call.getArguments();
        return switch (call.getNameAsString()) {
            case "format", "join" -> {
                if (parts.isEmpty()) yield Origin.UNKNOWN;
                String pattern = Constants.value(parts.get(0));
                Origin all = of(parts.get(0), depth);
                for (int i = 1; i < parts.size(); i++) all = all.then(of(parts.get(i), depth));
                boolean leads =
                        pattern != null
                                && pattern.replaceFirst("^https?://", "").startsWith("%s")
                                && parts.size() > 1
                                && of(parts.get(1), depth).leading();
                yield new Origin(all.sources(), all.joined(), all.leading() || leads, false);
            }
            case "valueOf", "copyValueOf" -> sum(parts, depth);
            default -> Origin.UNKNOWN;
        };
    }

    /** What a method of this file returns, when there is one of this name; else its arguments. */
    private Origin own(MethodCallExpr call, int depth) {
        var methods =
                source.methods(call.getNameAsString()).stream()
                        .filter(m -> m.getParameters().size() == call.getArguments().size())
                        .toList();
        if (methods.size() != 1) {
            return methods.isEmpty() ? Origin.UNKNOWN : any(call.getArguments(), depth).passed();
        }
        MethodDeclaration method = methods.getFirst();
        if (Types.isHarmless(method.getType())) return Origin.UNKNOWN;
        List<ReturnStmt> returns = method.findAll(ReturnStmt.class);
        Origin all = Origin.CONSTANT;
        for (ReturnStmt one : returns) {
            if (one.getExpression().isPresent()) {
                all = all.or(of(one.getExpression().get(), depth / 2));
            }
        }
        return fill(all, call, depth);
    }

    /** Parameters of a method mean what this call gives to it. */
    private Origin fill(Origin result, MethodCallExpr call, int depth) {
        if (!result.sources().contains(Source.PARAMETER)) return result.passed();
        Origin given = any(call.getArguments(), depth);
        return new Origin(given.sources(), result.joined(), result.leading(), false);
    }
}
