package dev.touchstone.server.foundation.guard;

import java.util.List;
import org.springframework.http.HttpMethod;

/** The one list of operations that need no permission. */
final class PublicOperations {

    static final List<Operation> ALL =
            List.of(
                    new Operation(HttpMethod.GET, "/api/v1/setup"),
                    new Operation(HttpMethod.POST, "/api/v1/setup"),
                    new Operation(HttpMethod.POST, "/api/v1/session"),
                    new Operation(HttpMethod.POST, "/api/v1/session/link"),
                    new Operation(HttpMethod.GET, "/api/v1/openapi.json"),
                    new Operation(HttpMethod.GET, "/api/v1/openapi.json.yaml"));

    private PublicOperations() {}

    static boolean contains(String method, String path) {
        return ALL.stream()
                .anyMatch(
                        operation ->
                                operation.method().name().equals(method)
                                        && operation.path().equals(path));
    }

    record Operation(HttpMethod method, String path) {}
}
