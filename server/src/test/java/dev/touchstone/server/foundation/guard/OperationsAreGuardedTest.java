package dev.touchstone.server.foundation.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

class OperationsAreGuardedTest {

    @Test
    void anOperationWithoutAPermissionIsFound() throws Exception {
        assertThat(open("unguarded", "/api/v1/things", RequestMethod.GET))
                .containsExactly("GET /api/v1/things");
    }

    @Test
    void anOperationThatAnswersAnyMethodIsFound() throws Exception {
        assertThat(open("unguarded", "/api/v1/things"))
                .containsExactly("any method /api/v1/things");
    }

    @Test
    void aPermissionOrThePublicListClosesIt() throws Exception {
        assertThat(open("guarded", "/api/v1/things", RequestMethod.GET)).isEmpty();
        assertThat(open("unguarded", "/api/v1/setup", RequestMethod.GET)).isEmpty();
        assertThat(open("unguarded", "/api/v1/setup", RequestMethod.DELETE)).hasSize(1);
    }

    private static List<String> open(String name, String path, RequestMethod... methods)
            throws NoSuchMethodException {
        Method method = Things.class.getDeclaredMethod(name);
        return OperationsAreGuarded.open(
                RequestMappingInfo.paths(path).methods(methods).build(),
                new HandlerMethod(new Things(), method));
    }

    static class Things {
        void unguarded() {}

        @Needs(Permission.FINDING_READ)
        void guarded() {}
    }
}
