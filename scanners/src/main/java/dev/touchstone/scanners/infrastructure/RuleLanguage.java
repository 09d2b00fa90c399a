package dev.touchstone.scanners.infrastructure;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.re2j.Pattern;
import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelErrorCode;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelFunctionOverload;
import dev.cel.runtime.CelRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The words of a rule's condition. {@code r} is the resource, {@code n} the part of it that the
 * rule looks at. A question about what the files do not say has no answer; "and" and "or" still
 * have one when the other side decides.
 */
final class RuleLanguage {

    private static final CelType PLACE = OpaqueType.create("place");
    private static final CelType PLACES = ListType.create(PLACE);
    private static final CelType TEXTS = ListType.create(SimpleType.STRING);
    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    private final List<CelFunctionDecl> declared = new ArrayList<>();
    private final List<CelFunctionBinding> bound = new ArrayList<>();
    private final Cel cel;

    RuleLanguage() {
        ofPath("has", SimpleType.BOOL, Place::has);
        ofPath("text", SimpleType.STRING, Place::text);
        ofPath("source", SimpleType.STRING, Place::source);
        ofPath("yes", SimpleType.BOOL, Place::yes);
        ofPath("no", SimpleType.BOOL, Place::no);
        ofPath("parts", PLACES, Place::parts);
        ofPath("names", TEXTS, Place::names);
        ofPath("count", SimpleType.INT, Place::count);
        declare("like", SimpleType.BOOL, SimpleType.STRING);
        bind("like", String.class, it -> place(it).like((String) it[1], pattern((String) it[2])));
        declare("linked", PLACES, SimpleType.STRING);
        bind("linked", String.class, it -> place(it).linked((String) it[1], (String) it[2]));
        declare("target", PLACES, SimpleType.STRING);
        bind("target", String.class, it -> place(it).target((String) it[1], (String) it[2]));
        declare("number", SimpleType.INT, SimpleType.INT);
        bind("number", Long.class, it -> place(it).number((String) it[1], (Long) it[2]));
        declare("spans", SimpleType.BOOL, SimpleType.INT);
        bind("spans", Long.class, it -> place(it).spans((String) it[1], (Long) it[2]));
        declare("any", SimpleType.BOOL, TEXTS);
        bind("any", List.class, it -> place(it).any((String) it[1], (List<?>) it[2]));
        cel =
                CelFactory.plannerCelBuilder()
                        .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                        .setOptions(
                                CelOptions.current()
                                        .enableHeterogeneousNumericComparisons(true)
                                        .comprehensionMaxIterations(100_000)
                                        .maxExpressionCodePointSize(4_000)
                                        .build())
                        .setResultType(SimpleType.BOOL)
                        .addVar("r", PLACE)
                        .addVar("n", PLACE)
                        .addFunctionDeclarations(declared)
                        .addFunctionBindings(bound)
                        .build();
    }

    private void ofPath(
            String name, CelType result, CelFunctionOverload.Binary<Place, String> function) {
        declare(name, result);
        bound.add(CelFunctionBinding.from("place_" + name, Place.class, String.class, function));
    }

    private void bind(String name, Class<?> third, CelFunctionOverload function) {
        bound.add(
                CelFunctionBinding.from(
                        "place_" + name,
                        ImmutableList.of(Place.class, String.class, third),
                        function));
    }

    private static Place place(Object[] arguments) {
        return (Place) arguments[0];
    }

    private void declare(String name, CelType result, CelType... more) {
        var types = new ArrayList<CelType>(List.of(PLACE, SimpleType.STRING));
        types.addAll(List.of(more));
        declared.add(
                CelFunctionDecl.newFunctionDeclaration(
                        name, CelOverloadDecl.newMemberOverload("place_" + name, result, types)));
    }

    private static Pattern pattern(String text) {
        return PATTERNS.computeIfAbsent(text, Pattern::compile);
    }

    private CelRuntime.Program compile(String rule, String condition) {
        try {
            return cel.createProgram(cel.compile(condition).getAst());
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalStateException("the condition of " + rule + ": " + e.getMessage(), e);
        }
    }

    /** Compiles once, when it is first asked for: most trees need few of the rules. */
    Supplier<CelRuntime.Program> later(String rule, String condition) {
        return Suppliers.memoize(() -> compile(rule, condition));
    }

    /** Whether the condition holds; what cannot be known does not. */
    static boolean holds(Rule rule, Place resource, Place part) {
        try {
            Map<String, Object> words = Map.of("r", resource, "n", part);
            return rule.condition().get().eval(words) instanceof Boolean answer && answer;
        } catch (CelEvaluationException e) {
            // A negation of what is not known ends as "no such function": types were checked
            // before.
            if (e.getErrorCode() == CelErrorCode.OVERLOAD_NOT_FOUND) return false;
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof Place.NotKnown) return false;
            }
            throw new IllegalStateException(
                    rule.text().id() + " failed on " + resource.resource().name(), e);
        }
    }
}
