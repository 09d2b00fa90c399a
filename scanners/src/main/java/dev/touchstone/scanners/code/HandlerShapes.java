package dev.touchstone.scanners.code;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What handlers of requests take, and what objects of requests tell of themselves. */
final class HandlerShapes {

    private static final Pattern SECRET =
            Pattern.compile("(?i)(old|new|login|pay|trade)?_?(password|passwd|pwd|mi_?ma|cvv2?)");

    private static final Pattern PRIVATE =
            Pattern.compile(
                    "(?i)password|passwd|pwd|pin|id_?card(no)?|identity_?(card|no)|cert_?no|"
                            + "bank_?card(_?no)?|card_?no|cvv2?|sms_?code|otp|shen_?fen_?zheng|"
                            + "mi_?ma|secret|access_?token");

    private static final Pattern PERSONAL_ID =
            Pattern.compile(
                    "(?i)(account|card|customer|user|loan|order|statement|transfer|contract)"
                            + "(Id|No|Number)");

    private static final Pattern CHANGES =
            Pattern.compile(
                    "(?i)^(?!check|is|has|find|query|list|export|get|search|page)\\w*?"
                            + "(save|update|add|edit|create|register|insert|change|modify|reset|"
                            + "submit|open|apply|set|put|store)");

    /** Words of a body that ask who calls. */
    private static final Pattern ASKS =
            Pattern.compile(
                    "(?i)current|principal|security|session|owner|loginUser|StpUtil|getUserId");

    private static final String CALLERS =
            "Principal|Authentication|HttpSession|HttpServletRequest|Jwt|UserDetails|"
                    + "SecurityContext|OAuth2User|ServerWebExchange";

    private HandlerShapes() {}

    static List<? extends Node> idsOfAnybody(JavaSource source) {
        return source.methods().stream()
                .filter(m -> has(m, "(Get|Post|Put|Delete|Patch)Mapping"))
                .filter(m -> !isJudgedElsewhere(m))
                .filter(m -> m.getParameters().stream().noneMatch(HandlerShapes::tellsCaller))
                .filter(m -> m.getParameters().stream().anyMatch(HandlerShapes::isPersonalId))
                .filter(m -> m.getBody().map(b -> !ASKS.matcher(b.toString()).find()).orElse(false))
                .toList();
    }

    static List<? extends Node> secretsInAddresses(JavaSource source) {
        return source.methods().stream()
                .filter(m -> has(m, "GetMapping"))
                .flatMap(m -> m.getParameters().stream())
                .filter(p -> has(p, "RequestParam|PathVariable"))
                .filter(p -> PRIVATE.matcher(p.getNameAsString()).matches())
                .toList();
    }

    static List<? extends Node> entitiesFromRequests(JavaSource source) {
        return source.methods().stream()
                .filter(m -> has(m, "(Request|Post|Put|Patch)Mapping"))
                .filter(m -> CHANGES.matcher(m.getNameAsString()).find())
                .flatMap(m -> m.getParameters().stream())
                .filter(p -> p.getAnnotations().isEmpty() || has(p, "RequestBody|ModelAttribute"))
                .filter(HandlerShapes::isEntity)
                .toList();
    }

    static List<? extends Node> passwordsInToString(JavaSource source) {
        return Stream.of("Data", "ToString", "Value")
                .flatMap(name -> source.annotations(name).stream())
                .flatMap(one -> one.getParentNode().stream())
                .distinct()
                .filter(ClassOrInterfaceDeclaration.class::isInstance)
                .flatMap(type -> ((ClassOrInterfaceDeclaration) type).getFields().stream())
                .filter(f -> SECRET.matcher(f.getVariable(0).getNameAsString()).matches())
                .filter(f -> !has(f, "(ToString\\.)?Exclude|JsonIgnore|Sensitive\\w*|Mask\\w*"))
                .toList();
    }

    private static boolean has(NodeWithAnnotations<?> node, String names) {
        return node.getAnnotations().stream().anyMatch(a -> a.getNameAsString().matches(names));
    }

    private static boolean isJudgedElsewhere(MethodDeclaration method) {
        String rights =
                "PreAuthorize|PostAuthorize|Secured|RolesAllowed|Requires\\w+|SaCheck\\w+|PermitAll|"
                        + "FeignClient";
        return has(method, rights)
                || method.findAncestor(TypeDeclaration.class)
                        .map(type -> has((TypeDeclaration<?>) type, rights))
                        .orElse(false);
    }

    private static boolean tellsCaller(Parameter parameter) {
        return parameter.getType().asString().matches(CALLERS)
                || has(
                        parameter,
                        "AuthenticationPrincipal|CurrentUser|LoginUser|SessionAttribute|RequestHeader|"
                                + "CookieValue");
    }

    private static boolean isPersonalId(Parameter parameter) {
        return has(parameter, "PathVariable|RequestParam")
                && PERSONAL_ID.matcher(parameter.getNameAsString()).matches();
    }

    private static boolean isEntity(Parameter parameter) {
        String type = parameter.getType().asString();
        return type.matches("\\w+(Entity|DO|PO)")
                || parameter.findCompilationUnit().map(unit -> isStored(unit, type)).orElse(false);
    }

    private static boolean isStored(CompilationUnit unit, String type) {
        var imported =
                Pattern.compile(".*\\.(entity|entities|po|dataobject)\\." + Pattern.quote(type));
        return unit.getImports().stream()
                        .anyMatch(one -> imported.matcher(one.getNameAsString()).matches())
                || unit.getTypes().stream()
                        .anyMatch(
                                one ->
                                        one.getNameAsString().equals(type)
                                                && one.isAnnotationPresent("Entity"));
    }
}
