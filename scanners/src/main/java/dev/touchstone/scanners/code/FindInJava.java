package dev.touchstone.scanners.code;

import com.github.javaparser.Range;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Looks for calls, creations, annotations and shapes in one Java file. */
final class FindInJava {

    private final JavaSource source;
    private final Origins origins;
    private final Map<MethodDeclaration, String> annotationTexts = new IdentityHashMap<>();

    FindInJava(JavaSource source) {
        this.source = source;
        this.origins = new Origins(source);
    }

    /** The places of one search; none for searches of other kinds of file. */
    List<Hit> find(Search search) {
        return switch (search) {
            case Search.Call call -> calls(call);
            case Search.New made -> creations(made);
            case Search.Returned returned -> returned(returned);
            case Search.Annotation annotation -> annotations(annotation);
            case Search.Shape shape -> shapes(shape);
            case Search.Setting setting -> List.of();
            case Search.Markup markup -> List.of();
        };
    }

    private List<Hit> calls(Search.Call wanted) {
        boolean isThere =
                wanted.names().stream()
                        .anyMatch(
                                name ->
                                        !source.calls(name).isEmpty()
                                                || !source.references(name).isEmpty());
        if (!isThere || isOff(wanted.context())) return List.of();
        var hits = new ArrayList<Hit>();
        for (String name : wanted.names()) {
            for (MethodCallExpr call : source.calls(name)) {
                if ((wanted.count() < 0 || wanted.count() == call.getArguments().size())
                        && (wanted.on().isEmpty()
                                || !Collections.disjoint(wanted.on(), Types.receiver(call)))
                        && (wanted.inside().isEmpty() || isInside(call, wanted.inside()))
                        && (wanted.then().isEmpty() || isFollowed(call, wanted.then()))
                        && accepts(call.getArguments(), call.getScope(), wanted.arguments())
                        && fits(call, wanted.context())) {
                    hits.add(hit(call.getName(), call));
                }
            }
            if (wanted.arguments().isEmpty() && !wanted.inside().isEmpty()) {
                source.references(name).stream()
                        .filter(reference -> isInside(reference, wanted.inside()))
                        .filter(reference -> fits(reference, wanted.context()))
                        .forEach(reference -> hits.add(hit(reference, reference)));
            }
        }
        return hits;
    }

    private List<Hit> creations(Search.New wanted) {
        if (wanted.types().stream().allMatch(type -> source.creations(type).isEmpty())
                || isOff(wanted.context())) {
            return List.of();
        }
        return wanted.types().stream()
                .flatMap(type -> source.creations(type).stream())
                .filter(made -> wanted.count() < 0 || wanted.count() == made.getArguments().size())
                .filter(made -> accepts(made.getArguments(), made.getScope(), wanted.arguments()))
                .filter(made -> fits(made, wanted.context()))
                .map(made -> hit(made, made))
                .toList();
    }

    private List<Hit> returned(Search.Returned wanted) {
        if (isOff(wanted.context())) return List.of();
        return source.returns().stream()
                .filter(
                        one ->
                                wanted.annotated() == null
                                        || wanted.annotated()
                                                .matcher(annotationsAround(one))
                                                .find())
                .filter(one -> accepts(one.getExpression().orElseThrow(), wanted.value()))
                .filter(one -> fits(one, wanted.context()))
                .map(one -> hit(one, one))
                .toList();
    }

    /** Those of the method around a statement, and the names of those of its type. */
    private String annotationsAround(Node statement) {
        return statement
                .findAncestor(MethodDeclaration.class)
                .map(
                        method ->
                                annotationTexts.computeIfAbsent(
                                        method,
                                        any ->
                                                method.getAnnotations().stream()
                                                                .map(source::textOf)
                                                                .toList()
                                                        + " "
                                                        + annotationsOfType(method)))
                .orElse("");
    }

    private List<Hit> annotations(Search.Annotation wanted) {
        if (wanted.names().stream().allMatch(name -> source.annotations(name).isEmpty())
                || isOff(wanted.context())) {
            return List.of();
        }
        var hits = new ArrayList<Hit>();
        for (String name : wanted.names()) {
            for (AnnotationExpr annotation : source.annotations(name)) {
                Node on = annotation.getParentNode().orElse(annotation);
                if (isOn(on, wanted.on())
                        && hasValue(annotation, wanted)
                        && wanted.lacks().stream().noneMatch(a -> attribute(annotation, a) != null)
                        && (wanted.inside().isEmpty()
                                || wanted.inside().stream()
                                        .anyMatch(annotationsOfType(on)::contains))
                        && (wanted.name() == null
                                || wanted.name().matcher(nameOf(on, annotation)).find())
                        && fits(annotation, wanted.context())) {
                    hits.add(hit(annotation, on));
                }
            }
        }
        return hits;
    }

    private List<Hit> shapes(Search.Shape wanted) {
        if (isOff(wanted.context())) return List.of();
        return wanted.shape().in(source).stream()
                .filter(node -> fits(node, wanted.context()))
                .map(node -> hit(node, node))
                .toList();
    }

    private static boolean isOn(Node node, Set<String> kinds) {
        if (kinds.isEmpty()) return true;
        return switch (node) {
            case MethodDeclaration m -> kinds.contains("METHOD");
            case TypeDeclaration<?> type -> kinds.contains("TYPE");
            case com.github.javaparser.ast.body.Parameter p -> kinds.contains("PARAMETER");
            case FieldDeclaration field -> kinds.contains("FIELD");
            default -> false;
        };
    }

    private boolean hasValue(AnnotationExpr annotation, Search.Annotation wanted) {
        Pattern matches = wanted.matches();
        if (matches == null) return true;
        Expression value = attribute(annotation, wanted.attribute());
        if (value == null) return false;
        var texts = Constants.values(value);
        return texts.isEmpty()
                ? matches.matcher(value.toString()).find()
                : texts.stream().anyMatch(text -> matches.matcher(text).find());
    }

    private static @org.jspecify.annotations.Nullable Expression attribute(
            AnnotationExpr annotation, String name) {
        return switch (annotation) {
            case SingleMemberAnnotationExpr one when name.equals("value") -> one.getMemberValue();
            case NormalAnnotationExpr many ->
                    many.getPairs().stream()
                            .filter(pair -> pair.getNameAsString().equals(name))
                            .map(pair -> pair.getValue())
                            .findFirst()
                            .orElse(null);
            default -> null;
        };
    }

    /** The annotated name, and the name that the annotation gives it. */
    private static String nameOf(Node on, AnnotationExpr annotation) {
        String name =
                switch (on) {
                    case FieldDeclaration field -> field.getVariable(0).getNameAsString();
                    case NodeWithSimpleName<?> named -> named.getNameAsString();
                    default -> "";
                };
        Expression given = attribute(annotation, "value");
        if (given == null) given = attribute(annotation, "name");
        String text = given == null ? null : Constants.value(given);
        return text == null ? name : name + " " + text;
    }

    private static List<String> annotationsOfType(Node node) {
        return node.findAncestor(TypeDeclaration.class)
                .map(type -> ((NodeWithAnnotations<?>) type).getAnnotations())
                .map(all -> all.stream().map(one -> one.getName().getIdentifier()).toList())
                .orElse(List.of());
    }

    private static boolean isFollowed(MethodCallExpr call, Set<String> calls) {
        return call.getParentNode().orElse(null) instanceof MethodCallExpr next
                && next.getScope().orElse(null) == call
                && calls.contains(next.getNameAsString());
    }

    /** Directly behind one of the calls, or in the arguments of one and of none nearer. */
    private static boolean isInside(Node node, Set<String> calls) {
        if (node instanceof MethodCallExpr call
                && call.getScope().orElse(null) instanceof MethodCallExpr before
                && calls.contains(before.getNameAsString())) {
            return true;
        }
        Node below = node;
        for (Node at = node.getParentNode().orElse(null);
                at != null && !(at instanceof TypeDeclaration<?>);
                below = at, at = at.getParentNode().orElse(null)) {
            if (at instanceof MethodCallExpr call && isArgument(call, below)) {
                return calls.contains(call.getNameAsString());
            }
        }
        return false;
    }

    private static boolean isArgument(MethodCallExpr call, Node node) {
        for (Expression argument : call.getArguments()) {
            if (argument == node) return true;
        }
        return false;
    }

    private boolean accepts(
            NodeList<Expression> given, Optional<Expression> receiver, List<Argument> wanted) {
        for (Argument one : wanted) {
            boolean found =
                    switch (one.at()) {
                        case Argument.ANY -> given.stream().anyMatch(value -> accepts(value, one));
                        case Argument.RECEIVER ->
                                receiver.map(value -> accepts(value, one)).orElse(false);
                        case Argument.LAST ->
                                given.getLast().map(value -> accepts(value, one)).orElse(false);
                        default -> one.at() < given.size() && accepts(given.get(one.at()), one);
                    };
            if (!found) return false;
        }
        return true;
    }

    private boolean accepts(Expression value, Argument wanted) {
        if (wanted.text() != null && !wanted.text().matcher(source.textOf(value)).find())
            return false;
        if (wanted.matches() != null
                && Constants.values(value).stream()
                        .noneMatch(text -> wanted.matches().matcher(text).find())) {
            return false;
        }
        if (wanted.below() != null && !isBelow(Constants.value(value), wanted.below())) {
            return false;
        }
        if (wanted.named() != null && !UsedNames.of(value, wanted.named())) return false;
        return wanted.is() == null || wanted.accepts(origins.of(value));
    }

    private static boolean isBelow(@org.jspecify.annotations.Nullable String number, int bound) {
        return number != null && number.matches("\\d{1,9}") && Integer.parseInt(number) < bound;
    }

    private boolean isOff(Search.Context context) {
        return context.needs() != null && !context.needs().matcher(source.text()).find()
                || context.unlessFile() != null
                        && context.unlessFile().matcher(source.text()).find();
    }

    private boolean fits(Node node, Search.Context context) {
        if (context.around() != null
                && !context.around().matcher(JavaSource.namesAround(node)).find()) {
            return false;
        }
        return context.unless() == null
                || !context.unless().matcher(source.textOf(JavaSource.member(node))).find();
    }

    private static Hit hit(Node place, Node node) {
        Range range = place.getRange().orElse(Range.range(1, 1, 1, 1));
        Node end =
                node instanceof MethodCallExpr || node instanceof VariableDeclarator ? node : place;
        int endLine = end.getEnd().map(at -> at.line).orElse(range.end.line);
        int endColumn = end.getEnd().map(at -> at.column).orElse(range.end.column);
        return new Hit(
                range.begin.line, range.begin.column, endLine, endColumn, JavaSource.symbol(node));
    }
}
