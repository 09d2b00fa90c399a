package dev.touchstone.server.foundation.guard;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Locale;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The OpenAPI document: the same bytes wherever and whenever it is asked for. */
@Configuration
class ApiDocument {

    private static final String PROBLEM = "Problem";

    @Bean
    OpenApiCustomizer touchstoneApi() {
        return document -> {
            document.info(new Info().title("Touchstone").version("v1"));
            document.servers(List.of(new Server().url("/")));
            document.getComponents()
                    .addSecuritySchemes(
                            "session",
                            new SecurityScheme()
                                    .type(SecurityScheme.Type.APIKEY)
                                    .in(SecurityScheme.In.COOKIE)
                                    .name(SessionCookie.NAME))
                    .addSecuritySchemes(
                            "token",
                            new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"));
            ModelConverters.getInstance(true)
                    .readAll(Problem.class)
                    .forEach(document.getComponents()::addSchemas);
            addProblems(document);
        };
    }

    /** An operation says which right it needs; its id does not depend on the order of classes. */
    @Bean
    OperationCustomizer permissionsInTheDocument() {
        return (operation, method) -> {
            String type = method.getBeanType().getSimpleName().replaceFirst("Api$", "");
            operation.operationId(
                    type.substring(0, 1).toLowerCase(Locale.ROOT)
                            + type.substring(1)
                            + "_"
                            + method.getMethod().getName());
            Needs needs = method.getMethodAnnotation(Needs.class);
            if (needs != null) {
                operation.addExtension("x-needs", needs.value().name());
                operation.addSecurityItem(new SecurityRequirement().addList("session"));
                operation.addSecurityItem(new SecurityRequirement().addList("token"));
            }
            return operation;
        };
    }

    @Bean
    RequiredParts requiredParts() {
        return new RequiredParts();
    }

    private static void addProblems(OpenAPI document) {
        var problem =
                new ApiResponse()
                        .description("A problem by RFC 9457")
                        .content(
                                new Content()
                                        .addMediaType(
                                                "application/problem+json",
                                                new MediaType()
                                                        .schema(
                                                                new Schema<>()
                                                                        .$ref(
                                                                                "#/components/schemas/"
                                                                                        + PROBLEM))));
        document.getPaths()
                .values()
                .forEach(
                        path ->
                                path.readOperations()
                                        .forEach(
                                                operation ->
                                                        operation
                                                                .getResponses()
                                                                .addApiResponse(
                                                                        "default", problem)));
    }
}
