package dev.touchstone.scanners.code;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Shapes of Java that a name and its arguments do not describe. */
enum JavaShape {
    /** A trust manager whose check of the server's certificate does nothing. */
    TRUST_ALL_MANAGER {
        @Override
        List<? extends Node> in(JavaSource source) {
            return source.methods("checkServerTrusted").stream()
                    .filter(JavaShape::doesNothing)
                    .toList();
        }
    },
    /** A verifier of host names that says yes to all. */
    ALWAYS_TRUE_VERIFIER {
        @Override
        List<? extends Node> in(JavaSource source) {
            return Stream.<Node>concat(
                            source.methods("verify").stream()
                                    .filter(m -> m.getParameters().size() == 2)
                                    .filter(
                                            m ->
                                                    m.getParameter(1)
                                                            .getType()
                                                            .asString()
                                                            .endsWith("SSLSession"))
                                    .filter(
                                            m ->
                                                    m.getBody()
                                                            .map(b -> isTrue(b.getStatements()))
                                                            .orElse(false)),
                            source.lambdas().stream()
                                    .filter(l -> l.getParameters().size() == 2)
                                    .filter(JavaShape::saysTrue)
                                    .filter(JavaShape::isVerifier))
                    .toList();
        }
    },
    /** A regular expression whose repeated group is one repetition again. */
    NESTED_REPETITION {
        @Override
        List<? extends Node> in(JavaSource source) {
            return Stream.of("compile", "matches", "replaceAll", "split")
                    .flatMap(name -> source.calls(name).stream())
                    .filter(call -> !call.getArguments().isEmpty())
                    .filter(
                            call -> {
                                String regex = Constants.value(call.getArgument(0));
                                return regex != null && NestedRepetition.isIn(regex);
                            })
                    .toList();
        }
    },
    /**
     * A handler that takes an id of something that belongs to a person, and never asks who calls.
     */
    UNOWNED_ID {
        @Override
        List<? extends Node> in(JavaSource source) {
            return source.methods().stream().filter(JavaShape::takesIdOfAnybody).toList();
        }
    },
    /** A parameter of a GET handler that is called like a password or a personal number. */
    SECRET_IN_GET {
        @Override
        List<? extends Node> in(JavaSource source) {
            return source.methods().stream()
                    .filter(m -> hasAnnotation(m.getAnnotations(), "GetMapping"))
                    .flatMap(m -> m.getParameters().stream())
                    .filter(p -> hasAnnotation(p.getAnnotations(), "RequestParam|PathVariable"))
                    .filter(p -> PRIVATE.matcher(p.getNameAsString()).matches())
                    .toList();
        }
    },
    /** A handler whose parameter is an entity that the framework fills from the request. */
    ENTITY_FROM_REQUEST {
        @Override
        List<? extends Node> in(JavaSource source) {
            return source.methods().stream()
                    .filter(
                            m ->
                                    hasAnnotation(
                                            m.getAnnotations(), "(Request|Post|Put|Patch)Mapping"))
                    .flatMap(m -> m.getParameters().stream())
                    .filter(
                            p ->
                                    p.getAnnotations().isEmpty()
                                            || hasAnnotation(
                                                    p.getAnnotations(),
                                                    "RequestBody|ModelAttribute"))
                    .filter(JavaShape::isEntity)
                    .toList();
        }
    },
    /** A field called like a password in a class whose toString is generated. */
    PASSWORD_IN_TO_STRING {
        @Override
        List<? extends Node> in(JavaSource source) {
            return Stream.of("Data", "ToString", "Value")
                    .flatMap(name -> source.annotations(name).stream())
                    .map(one -> one.getParentNode().orElse(one))
                    .filter(ClassOrInterfaceDeclaration.class::isInstance)
                    .flatMap(type -> ((ClassOrInterfaceDeclaration) type).getFields().stream())
                    .filter(
                            field ->
                                    SECRET.matcher(field.getVariable(0).getNameAsString())
                                            .matches())
                    .filter(
                            field ->
                                    field.getAnnotations().stream()
                                            .noneMatch(
                                                    a ->
                                                            a.getNameAsString()
                                                                    .matches(
                                                                            "(ToString\\.)?Exclude|JsonIgnore|Sensitive\\w*|Mask\\w*")))
                    .distinct()
                    .toList();
        }
    };

    private static final Pattern SECRET =
            Pattern.compile("(?i)(old|new|login|pay|trade)?_?(password|passwd|pwd|mi_?ma|cvv2?)");

    private static final Pattern PRIVATE =
            Pattern.compile(
                    "(?i)password|passwd|pwd|pin|id_?card(no)?|identity_?(card|no)|cert_?no|"
                            + "bank_?card(_?no)?|card_?no|cvv2?|sms_?code|otp|shen_?fen_?zheng|"
                            + "mi_?ma|secret|access_?token");

    private static final Set<String> CALLERS =
            Set.of(
                    "Principal",
                    "Authentication",
                    "HttpSession",
                    "HttpServletRequest",
                    "Jwt",
                    "UserDetails",
                    "SecurityContext",
                    "OAuth2User",
                    "ServerWebExchange");

    abstract List<? extends Node> in(JavaSource source);

    private static boolean isEntity(Parameter parameter) {
        String type = parameter.getType().asString();
        if (type.matches("\\w+(Entity|DO|PO)")) return true;
        return parameter.findCompilationUnit().stream()
                .anyMatch(
                        unit ->
                                unit.getImports().stream()
                                                .map(one -> one.getNameAsString())
                                                .anyMatch(
                                                        name ->
                                                                name.matches(
                                                                        ".*\\.(entity|entities|po|dataobject)\\."
                                                                                + Pattern.quote(
                                                                                        type)))
                                        || unit.findFirst(
                                                        TypeDeclaration.class,
                                                        t ->
                                                                t.getNameAsString().equals(type)
                                                                        && ((TypeDeclaration<?>) t)
                                                                                .isAnnotationPresent(
                                                                                        "Entity"))
                                                .isPresent());
    }

    private static boolean hasAnnotation(List<AnnotationExpr> annotations, String names) {
        return annotations.stream().anyMatch(a -> a.getNameAsString().matches(names));
    }

    private static boolean doesNothing(MethodDeclaration method) {
        return method.getBody()
                .map(
                        body ->
                                body.getStatements().stream()
                                        .allMatch(
                                                one ->
                                                        one instanceof ReturnStmt
                                                                || one
                                                                                instanceof
                                                                                ExpressionStmt line
                                                                        && isLog(line)))
                .orElse(false);
    }

    private static boolean isLog(ExpressionStmt line) {
        return line.getExpression() instanceof MethodCallExpr call
                && call.getNameAsString().matches("trace|debug|info|warn|println");
    }

    private static boolean isTrue(List<Statement> statements) {
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
                                        && isTrue(lambda.getBody().asBlockStmt().getStatements()));
    }

    private static boolean isVerifier(LambdaExpr lambda) {
        Node parent = lambda.getParentNode().orElse(lambda);
        return switch (parent) {
            case MethodCallExpr call ->
                    call.getNameAsString().matches("(?i).*(HostnameVerifier|TrustMaterial).*");
            case com.github.javaparser.ast.body.VariableDeclarator variable ->
                    variable.getType().asString().matches("HostnameVerifier|TrustStrategy");
            case com.github.javaparser.ast.expr.CastExpr cast ->
                    cast.getType().asString().matches("HostnameVerifier|TrustStrategy");
            case com.github.javaparser.ast.expr.ObjectCreationExpr made ->
                    made.getType().getNameAsString().contains("SocketFactory");
            case ReturnStmt given ->
                    given.findAncestor(MethodDeclaration.class)
                            .map(
                                    m ->
                                            m.getType()
                                                    .asString()
                                                    .matches("HostnameVerifier|TrustStrategy"))
                            .orElse(false);
            default -> false;
        };
    }

    private static boolean takesIdOfAnybody(MethodDeclaration method) {
        boolean isHandler =
                method.getAnnotations().stream()
                        .anyMatch(
                                a ->
                                        a.getNameAsString()
                                                .matches("(Get|Post|Put|Delete|Patch)Mapping"));
        return isHandler
                && !isJudgedElsewhere(method.getAnnotations())
                && !method.findAncestor(TypeDeclaration.class)
                        .map(t -> isJudgedElsewhere(((TypeDeclaration<?>) t).getAnnotations()))
                        .orElse(false)
                && method.getParameters().stream().noneMatch(JavaShape::tellsCaller)
                && method.getParameters().stream().anyMatch(JavaShape::isIdOfPersonal)
                && method.getBody()
                        .map(
                                b ->
                                        !b.toString()
                                                .matches(
                                                        "(?is).*(current|principal|security|session|owner|loginUser|StpUtil|getUserId).*"))
                        .orElse(false);
    }

    private static boolean isJudgedElsewhere(List<AnnotationExpr> annotations) {
        return annotations.stream()
                .anyMatch(
                        a ->
                                a.getNameAsString()
                                        .matches(
                                                "PreAuthorize|PostAuthorize|Secured|RolesAllowed|Requires\\w+|SaCheck\\w+|PermitAll|FeignClient"));
    }

    private static boolean tellsCaller(Parameter parameter) {
        return CALLERS.contains(parameter.getType().asString())
                || parameter.getAnnotations().stream()
                        .anyMatch(
                                a ->
                                        a.getNameAsString()
                                                .matches(
                                                        "AuthenticationPrincipal|CurrentUser|LoginUser|SessionAttribute|RequestHeader|CookieValue"));
    }

    private static boolean isIdOfPersonal(Parameter parameter) {
        return parameter.getAnnotations().stream()
                        .anyMatch(a -> a.getNameAsString().matches("PathVariable|RequestParam"))
                && parameter
                        .getNameAsString()
                        .matches(
                                "(?i)(account|card|customer|user|loan|order|statement|transfer|contract)(Id|No|Number)");
    }
}
