package dev.touchstone.server.foundation.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.server.ServerTest;
import dev.touchstone.server.scene.Browser;
import java.io.IOException;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
class ApiDocumentTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;
    @LocalServerPort int port;

    /**
     * Set {@code -Dopenapi.write=true} to write it anew. Tests run under an account that may not
     * write into the sources; then the new document lies in the folder for temporary files.
     */
    @Test
    void theCommittedDocumentIsTheServedOne() throws IOException {
        Path committed = root().resolve("web/src/api/openapi.json");
        String served =
                JSON.writeValueAsString(Browser.on(port).get("/api/v1/openapi.json").json()) + "\n";
        if (Boolean.getBoolean("openapi.write")) {
            write(committed, served);
        }
        assertThat(committed).as("write it with -Dopenapi.write=true").exists();
        assertThat(Files.readString(committed))
                .as("the API has changed: write the document anew with -Dopenapi.write=true")
                .isEqualTo(served);
    }

    /** The document knows types by their short names, so one name must mean one form. */
    @Test
    void noTwoTypesOfTheApiShareAName() {
        var seen = new HashSet<Type>();
        Map<String, Class<?>> byName = new HashMap<>();
        requestMappingHandlerMapping
                .getHandlerMethods()
                .values()
                .forEach(
                        operation -> {
                            if (operation.getBeanType().getName().startsWith("dev.touchstone")) {
                                var method = operation.getMethod();
                                collect(method.getGenericReturnType(), seen, byName);
                                for (Type parameter : method.getGenericParameterTypes()) {
                                    collect(parameter, seen, byName);
                                }
                            }
                        });
        assertThat(byName).isNotEmpty();
    }

    private static void collect(Type type, Set<Type> seen, Map<String, Class<?>> byName) {
        if (!seen.add(type)) {
            return;
        }
        switch (type) {
            case Class<?> plain -> collectClass(plain, seen, byName);
            case ParameterizedType generic -> {
                collect(generic.getRawType(), seen, byName);
                for (Type argument : generic.getActualTypeArguments()) {
                    collect(argument, seen, byName);
                }
            }
            case GenericArrayType array -> collect(array.getGenericComponentType(), seen, byName);
            case WildcardType wild -> collect(wild.getUpperBounds()[0], seen, byName);
            default -> {}
        }
    }

    private static void collectClass(Class<?> type, Set<Type> seen, Map<String, Class<?>> byName) {
        if (!type.isRecord()) {
            return;
        }
        Class<?> other = byName.putIfAbsent(type.getSimpleName(), type);
        assertThat(other == null || form(other).equals(form(type)))
                .as("%s and %s differ and share a name", type, other)
                .isTrue();
        for (RecordComponent part : type.getRecordComponents()) {
            collect(part.getGenericType(), seen, byName);
        }
    }

    private static Map<String, String> form(Class<?> type) {
        var form = new HashMap<String, String>();
        for (RecordComponent part : type.getRecordComponents()) {
            form.put(part.getName(), part.getGenericType().getTypeName());
        }
        return form;
    }

    private static void write(Path committed, String served) throws IOException {
        if (Files.isWritable(committed) || Files.isWritable(committed.getParent())) {
            Files.writeString(committed, served);
        } else {
            Path aside = Path.of(System.getProperty("java.io.tmpdir"), "openapi.json");
            Files.writeString(aside, served);
            throw new IOException(
                    "%s is not writable for the account of the tests; copy %s there"
                            .formatted(committed, aside));
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve(".mvn"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
