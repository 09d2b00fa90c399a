package dev.touchstone.scanners.code;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.type.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds where a name is declared, within one file. */
final class Declarations {

    private Declarations() {}

    /** The declaration that a name means: a VariableDeclarator, Parameter or pattern. */
    static @Nullable Node of(Expression use) {
        return switch (use) {
            case NameExpr name -> find(name.getNameAsString(), name);
            case FieldAccessExpr field when field.getScope().isThisExpr() ->
                    field(field.getNameAsString(), field);
            case FieldAccessExpr field when field.getScope().isNameExpr() ->
                    fieldOfNamed(field.getScope().toString(), field.getNameAsString(), field);
            default -> null;
        };
    }

    private static @Nullable Node find(String name, Node use) {
        Node below = use;
        for (Node at = use.getParentNode().orElse(null);
                at != null;
                below = at, at = at.getParentNode().orElse(null)) {
            Node found =
                    switch (at) {
                        case BlockStmt block -> local(name, block.getStatements(), below);
                        case SwitchEntry entry -> local(name, entry.getStatements(), below);
                        case ForEachStmt loop -> variable(name, loop.getVariable());
                        case ForStmt loop -> expressions(name, loop.getInitialization());
                        case TryStmt attempt -> expressions(name, attempt.getResources());
                        case CatchClause clause -> parameter(name, List.of(clause.getParameter()));
                        case LambdaExpr lambda -> parameter(name, lambda.getParameters());
                        case CallableDeclaration<?> method -> {
                            var parameter = parameter(name, method.getParameters());
                            yield parameter == null ? pattern(name, method) : parameter;
                        }
                        case TypeDeclaration<?> type -> fieldOf(name, type);
                        default -> null;
                    };
            if (found != null) return found;
        }
        return null;
    }

    private static @Nullable Node local(String name, List<Statement> statements, Node use) {
        for (Statement statement : statements) {
            if (statement == use) return null;
            if (statement instanceof ExpressionStmt line
                    && line.getExpression() instanceof VariableDeclarationExpr declared) {
                var found = variable(name, declared);
                if (found != null) return found;
            }
        }
        return null;
    }

    private static @Nullable Node expressions(String name, List<Expression> expressions) {
        for (Expression expression : expressions) {
            if (expression instanceof VariableDeclarationExpr declared) {
                var found = variable(name, declared);
                if (found != null) return found;
            }
        }
        return null;
    }

    private static @Nullable Node variable(String name, VariableDeclarationExpr declared) {
        for (VariableDeclarator variable : declared.getVariables()) {
            if (variable.getNameAsString().equals(name)) return variable;
        }
        return null;
    }

    private static @Nullable Node parameter(String name, List<Parameter> parameters) {
        for (Parameter parameter : parameters) {
            if (parameter.getNameAsString().equals(name)) return parameter;
        }
        return null;
    }

    private static @Nullable Node pattern(String name, Node method) {
        return method.findFirst(
                        InstanceOfExpr.class,
                        test ->
                                test.getPattern()
                                        .filter(TypePatternExpr.class::isInstance)
                                        .map(p -> ((TypePatternExpr) p).getNameAsString())
                                        .filter(name::equals)
                                        .isPresent())
                .flatMap(InstanceOfExpr::getPattern)
                .orElse(null);
    }

    private static @Nullable Node field(String name, Node use) {
        for (Node at = use; at != null; at = at.getParentNode().orElse(null)) {
            if (at instanceof TypeDeclaration<?> type) {
                var found = fieldOf(name, type);
                if (found != null) return found;
            }
        }
        return null;
    }

    private static @Nullable Node fieldOfNamed(String type, String name, Node use) {
        return use.findCompilationUnit()
                .flatMap(
                        unit ->
                                unit.findFirst(
                                        TypeDeclaration.class,
                                        declared -> declared.getNameAsString().equals(type)))
                .map(declared -> fieldOf(name, (TypeDeclaration<?>) declared))
                .orElse(null);
    }

    private static @Nullable Node fieldOf(String name, TypeDeclaration<?> type) {
        for (BodyDeclaration<?> member : type.getMembers()) {
            if (member instanceof FieldDeclaration field) {
                for (VariableDeclarator variable : field.getVariables()) {
                    if (variable.getNameAsString().equals(name)) return variable;
                }
            }
        }
        return type instanceof RecordDeclaration record
                ? parameter(name, record.getParameters())
                : null;
    }

    /** The declared type; null for what is inferred or unknown. */
    static @Nullable Type type(@Nullable Node declaration) {
        Type type =
                switch (declaration) {
                    case VariableDeclarator variable -> variable.getType();
                    case Parameter parameter -> parameter.getType();
                    case TypePatternExpr pattern -> pattern.getType();
                    case null, default -> null;
                };
        return type == null || type.isVarType() || type.isUnknownType() ? null : type;
    }
}
