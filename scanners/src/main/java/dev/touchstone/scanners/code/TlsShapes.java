package dev.touchstone.scanners.code;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.List;
import java.util.stream.Stream;

/** Checks of certificates and host names that check nothing. */
final class TlsShapes {

    private static final String VERIFIERS = "HostnameVerifier|TrustStrategy";

    private TlsShapes() {}

    static List<? extends Node> idleTrustManagers(JavaSource source) {
        return source.methods("checkServerTrusted").stream()
                .filter(m -> m.getBody().map(b -> doNothing(b.getStatements())).orElse(false))
                .toList();
    }

    static List<? extends Node> verifiersThatSayYes(JavaSource source) {
        return Stream.<Node>concat(
                        source.methods("verify").stream()
                                .filter(m -> m.getParameters().size() == 2)
                                .filter(m -> takesSession(m))
                                .filter(
                                        m ->
                                                m.getBody()
                                                        .map(b -> areTrue(b.getStatements()))
                                                        .orElse(false)),
                        source.lambdas().stream()
                                .filter(l -> l.getParameters().size() == 2)
                                .filter(
                                        l ->
                                                saysTrue(l)
                                                        && isVerifier(l.getParentNode().orElse(l))))
                .toList();
    }

    private static boolean takesSession(MethodDeclaration method) {
        return method.getParameter(1).getType().asString().endsWith("SSLSession");
    }

    private static boolean doNothing(List<Statement> statements) {
        return statements.stream()
                .allMatch(
                        one ->
                                one instanceof ReturnStmt
                                        || one instanceof ExpressionStmt line
                                                && line.getExpression()
                                                        instanceof MethodCallExpr call
                                                && call.getNameAsString()
                                                        .matches("trace|debug|info|warn|println"));
    }

    private static boolean areTrue(List<Statement> statements) {
        return statements.size() == 1
                && statements.getFirst() instanceof ReturnStmt one
                && one.getExpression().map(Expression::toString).orElse("").equals("true");
    }

    private static boolean saysTrue(LambdaExpr lambda) {
        return lambda.getExpressionBody()
                .map(body -> body.toString().equals("true"))
                .orElseGet(
                        () ->
                                lambda.getBody().isBlockStmt()
                                        && areTrue(lambda.getBody().asBlockStmt().getStatements()));
    }

    private static boolean isVerifier(Node parent) {
        return switch (parent) {
            case MethodCallExpr call ->
                    call.getNameAsString().matches("(?i).*(HostnameVerifier|TrustMaterial).*");
            case VariableDeclarator variable -> variable.getType().asString().matches(VERIFIERS);
            case CastExpr cast -> cast.getType().asString().matches(VERIFIERS);
            case ObjectCreationExpr made ->
                    made.getType().getNameAsString().contains("SocketFactory");
            case ReturnStmt given ->
                    given.findAncestor(MethodDeclaration.class)
                            .map(m -> m.getType().asString().matches(VERIFIERS))
                            .orElse(false);
            default -> false;
        };
    }
}
