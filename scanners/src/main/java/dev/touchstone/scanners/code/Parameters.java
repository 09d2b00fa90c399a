package dev.touchstone.scanners.code;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.type.Type;
import java.util.Set;
import java.util.regex.Pattern;

/** What the signature of a method says of the values that it is given. */
final class Parameters {

    private static final Set<String> OF_REQUESTS =
            Set.of(
                    "RequestParam",
                    "PathVariable",
                    "RequestHeader",
                    "CookieValue",
                    "RequestBody",
                    "ModelAttribute",
                    "MatrixVariable",
                    "RequestPart",
                    "QueryParam",
                    "PathParam",
                    "FormParam",
                    "HeaderParam");

    private static final Pattern HANDLER =
            Pattern.compile("(Request|Get|Post|Put|Delete|Patch|Message)Mapping");

    private static final Set<String> TEXTS =
            Set.of("String", "CharSequence", "StringBuilder", "Object", "URI", "URL", "Path");

    /** Not a carrier of what a person typed, but something that the program works with. */
    private static final Pattern TOOLS =
            Pattern.compile(
                    "(Service|Repository|Mapper|Template|Client|Factory|Manager|Dao|DAO|Connection|"
                            + "Session|Context|Builder|Config|Configuration|Configurer|Properties|"
                            + "Settings|Logger|Provider|Registry|Encoder|Decoder|Request|Response|"
                            + "Model|Principal|Authentication|Locale|Pageable|Class|Statement|"
                            + "ResultSet|Stream|Reader|Writer|Cipher|Key|File|MultipartFile|Method|"
                            + "Type|Element|Document|Node|Chain|Exception|Throwable|Security|"
                            + "Environment|Resource|Supplier|Function|Consumer|Consumers|Predicate)$");

    private Parameters() {}

    static Origin origin(Parameter parameter) {
        Type type = parameter.getType();
        if (Types.isHarmless(type)
                || !(parameter.getParentNode().orElse(null) instanceof CallableDeclaration<?> in)
                || in.getNameAsString().equals("main")) {
            return Origin.UNKNOWN;
        }
        String name = Types.simple(type);
        boolean bound =
                parameter.getAnnotations().stream()
                        .anyMatch(one -> OF_REQUESTS.contains(one.getName().getIdentifier()));
        boolean text = TEXTS.contains(name) || name.equals("String[]") || carriesTexts(name, type);
        if (!text && TOOLS.matcher(name).find()) return Origin.UNKNOWN;
        if (bound || isHandler(in)) return Origin.of(Source.REQUEST);
        return in.isConstructorDeclaration() ? Origin.UNKNOWN : Origin.of(Source.PARAMETER);
    }

    private static boolean carriesTexts(String name, Type type) {
        return Set.of("List", "Set", "Collection", "Map", "Optional", "Iterable").contains(name)
                && type.asString().contains("String");
    }

    private static boolean isHandler(Node method) {
        return method instanceof MethodDeclaration declared
                && declared.getAnnotations().stream()
                        .map(AnnotationExpr::getNameAsString)
                        .anyMatch(name -> HANDLER.matcher(name).matches());
    }

    /** True for the names of methods that give out a part of what they are asked on. */
    static boolean isReader(String method) {
        return method.startsWith("get")
                || method.startsWith("is")
                || !method.matches(
                        "(?:set|find|load|save|query|execute|open|run|send|create|count|delete|"
                                + "update|insert|select|exists|build|apply|read|write|next|map)"
                                + "[A-Z]?\\w*");
    }
}
