package dev.touchstone.server.foundation.guard;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Refuses to start while an operation neither names its permission nor is public. */
@Component
class OperationsAreGuarded implements SmartInitializingSingleton {

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    OperationsAreGuarded(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<String> open = new ArrayList<>();
        mappings.stream()
                .forEach(
                        mapping ->
                                mapping.getHandlerMethods()
                                        .forEach(
                                                (info, method) -> open.addAll(open(info, method))));
        if (!open.isEmpty()) {
            throw new IllegalStateException(
                    "operations without a permission: %s. Put @Needs on each, or add it to PublicOperations."
                            .formatted(open));
        }
    }

    static List<String> open(RequestMappingInfo info, HandlerMethod method) {
        if (method.hasMethodAnnotation(Needs.class) || ErrorApi.isHandler(method)) {
            return List.of();
        }
        var methods = info.getMethodsCondition().getMethods();
        var open = new ArrayList<String>();
        for (String path : info.getPatternValues()) {
            if (methods.isEmpty()) {
                open.add("any method " + path);
            }
            methods.stream()
                    .filter(verb -> !PublicOperations.contains(verb.name(), path))
                    .forEach(verb -> open.add(verb + " " + path));
        }
        return open;
    }
}
