package dev.touchstone.server.foundation.guard;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a record does not declare as nullable is always there, and the document says so. */
final class RequiredParts implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> resolved = chain.next().resolve(type, context, chain);
        Class<?> raw = Json.mapper().constructType(type.getType()).getRawClass();
        if (resolved != null && raw.isRecord()) {
            String reference = resolved.get$ref();
            Schema<?> model =
                    reference == null
                            ? resolved
                            : context.getDefinedModels()
                                    .get(reference.substring(reference.lastIndexOf('/') + 1));
            if (model != null && model.getProperties() != null) {
                model.setRequired(required(raw, model));
            }
        }
        return resolved;
    }

    private static List<String> required(Class<?> type, Schema<?> model) {
        var required = new ArrayList<String>();
        for (RecordComponent part : type.getRecordComponents()) {
            boolean mayBeAbsent = part.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (!mayBeAbsent && model.getProperties().containsKey(part.getName())) {
                required.add(part.getName());
            }
        }
        return required;
    }
}
