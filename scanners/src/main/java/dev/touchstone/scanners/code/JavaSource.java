package dev.touchstone.scanners.code;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ReturnStmt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A parsed Java file, with what the rules ask for at hand. */
final class JavaSource {

    private final String text;
    private final TextPlaces places;
    private final Map<String, List<MethodCallExpr>> calls = new HashMap<>();
    private final Map<String, List<MethodReferenceExpr>> references = new HashMap<>();
    private final Map<String, List<ObjectCreationExpr>> creations = new HashMap<>();
    private final Map<String, List<AnnotationExpr>> annotations = new HashMap<>();
    private final Map<String, List<MethodDeclaration>> methods = new HashMap<>();
    private final List<LambdaExpr> lambdas = new ArrayList<>();
    private final List<ReturnStmt> returns = new ArrayList<>();

    JavaSource(String text, CompilationUnit unit) {
        this.text = text;
        this.places = new TextPlaces(text);
        unit.walk(Node.TreeTraversal.PREORDER, this::index);
    }

    private void index(Node node) {
        switch (node) {
            case MethodCallExpr call -> add(calls, call.getNameAsString(), call);
            case MethodReferenceExpr reference ->
                    add(references, reference.getIdentifier(), reference);
            case ObjectCreationExpr made -> add(creations, made.getType().getNameAsString(), made);
            case AnnotationExpr annotation ->
                    add(annotations, annotation.getName().getIdentifier(), annotation);
            case MethodDeclaration method -> add(methods, method.getNameAsString(), method);
            case LambdaExpr lambda -> lambdas.add(lambda);
            case ReturnStmt one when one.getExpression().isPresent() -> returns.add(one);
            default -> {}
        }
    }

    private static <T> void add(Map<String, List<T>> index, String name, T node) {
        index.computeIfAbsent(name, any -> new ArrayList<>()).add(node);
    }

    String text() {
        return text;
    }

    List<MethodCallExpr> calls(String name) {
        return calls.getOrDefault(name, List.of());
    }

    List<MethodReferenceExpr> references(String name) {
        return references.getOrDefault(name, List.of());
    }

    List<ObjectCreationExpr> creations(String type) {
        return creations.getOrDefault(type, List.of());
    }

    List<AnnotationExpr> annotations(String name) {
        return annotations.getOrDefault(name, List.of());
    }

    List<MethodDeclaration> methods(String name) {
        return methods.getOrDefault(name, List.of());
    }

    List<MethodDeclaration> methods() {
        return methods.values().stream().flatMap(List::stream).toList();
    }

    List<LambdaExpr> lambdas() {
        return lambdas;
    }

    /** Those that return a value. */
    List<ReturnStmt> returns() {
        return returns;
    }

    String textOf(Node node) {
        return node.getRange().map(range -> places.text(range.begin, range.end)).orElse("");
    }

    /** The method, constructor or other member around a node; the node itself at the top. */
    static Node member(Node node) {
        Node member = node;
        for (Node at = node; at != null; at = at.getParentNode().orElse(null)) {
            if (at instanceof CallableDeclaration<?>) return at;
            if (at instanceof TypeDeclaration<?>) return member == node ? at : member;
            if (at instanceof BodyDeclaration<?>) member = at;
        }
        return member;
    }

    /** Names of the classes, methods and assigned variables around a node. */
    static String namesAround(Node node) {
        var names = new StringBuilder();
        for (Node at = node; at != null; at = at.getParentNode().orElse(null)) {
            String name =
                    switch (at) {
                        case TypeDeclaration<?> type -> type.getNameAsString();
                        case CallableDeclaration<?> method -> method.getNameAsString();
                        case VariableDeclarator variable -> variable.getNameAsString();
                        case AssignExpr assignment -> assignment.getTarget().toString();
                        case MethodCallExpr call when call != node -> call.getNameAsString();
                        default -> null;
                    };
            if (name != null) names.append(name).append(' ');
        }
        return names.toString();
    }

    /** {@code Type.method} around a node. */
    static String symbol(Node node) {
        @Nullable String method = null;
        for (Node at = node; at != null; at = at.getParentNode().orElse(null)) {
            if (at instanceof CallableDeclaration<?> callable && method == null) {
                method = callable.getNameAsString();
            }
            if (at instanceof TypeDeclaration<?> type) {
                return method == null
                        ? type.getNameAsString()
                        : type.getNameAsString() + "." + method;
            }
        }
        return "";
    }
}
