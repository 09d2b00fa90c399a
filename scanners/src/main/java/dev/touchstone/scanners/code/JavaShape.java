package dev.touchstone.scanners.code;

import com.github.javaparser.ast.Node;
import java.util.List;
import java.util.function.Function;

/** Shapes of Java that a name and its arguments do not describe. */
enum JavaShape {
    /** A trust manager whose check of the server's certificate does nothing. */
    TRUST_ALL_MANAGER(TlsShapes::idleTrustManagers),
    /** A verifier of host names that says yes to all. */
    ALWAYS_TRUE_VERIFIER(TlsShapes::verifiersThatSayYes),
    /** A regular expression whose repeated group is one repetition again. */
    NESTED_REPETITION(NestedRepetition::in),
    /** A handler that takes an id of something personal, and never asks who calls. */
    UNOWNED_ID(HandlerShapes::idsOfAnybody),
    /** A parameter of a GET handler that is called like a password or a personal number. */
    SECRET_IN_GET(HandlerShapes::secretsInAddresses),
    /** A handler that changes something and takes an entity that the framework fills. */
    ENTITY_FROM_REQUEST(HandlerShapes::entitiesFromRequests),
    /** A field called like a password in a class whose toString is generated. */
    PASSWORD_IN_TO_STRING(HandlerShapes::passwordsInToString);

    private final Function<JavaSource, List<? extends Node>> finder;

    JavaShape(Function<JavaSource, List<? extends Node>> finder) {
        this.finder = finder;
    }

    List<? extends Node> in(JavaSource source) {
        return finder.apply(source);
    }
}
