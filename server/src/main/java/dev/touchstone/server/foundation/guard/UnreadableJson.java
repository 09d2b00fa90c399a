package dev.touchstone.server.foundation.guard;

import dev.touchstone.contract.Fault;
import java.util.List;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what is wrong in a JSON body, and where, without a word about our classes. */
final class UnreadableJson {

    private UnreadableJson() {}

    static Fault fault(HttpMessageNotReadableException problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof JacksonException json) {
                return Fault.error(place(json), message(json));
            }
        }
        return Fault.error("1:1", "the body is missing; a JSON object is expected.");
    }

    private static String place(JacksonException json) {
        TokenStreamLocation at = json.getLocation();
        return at == null ? "1:1" : at.getLineNr() + ":" + at.getColumnNr();
    }

    private static String message(JacksonException json) {
        String where = place(json);
        return switch (json) {
            case UnrecognizedPropertyException unknown ->
                    "unknown field %s at %s. Known fields: %s."
                            .formatted(
                                    pointer(unknown),
                                    where,
                                    unknown.getKnownPropertyIds() == null
                                            ? "none"
                                            : unknown.getKnownPropertyIds().stream()
                                                    .map(String::valueOf)
                                                    .sorted()
                                                    .toList());
            case InvalidFormatException wrong when wrong.getTargetType().isEnum() ->
                    "%s at %s is not one of %s."
                            .formatted(
                                    pointer(wrong),
                                    where,
                                    List.of(wrong.getTargetType().getEnumConstants()));
            case MismatchedInputException wrong ->
                    "%s at %s is missing or of the wrong type.".formatted(pointer(wrong), where);
            case DatabindException wrong ->
                    "%s at %s is not valid.".formatted(pointer(wrong), where);
            default -> "not JSON at line:column %s.".formatted(where);
        };
    }

    private static String pointer(DatabindException json) {
        var pointer = new StringBuilder();
        for (var step : json.getPath()) {
            pointer.append('/');
            if (step.getPropertyName() != null) {
                pointer.append(step.getPropertyName().replace("~", "~0").replace("/", "~1"));
            } else {
                pointer.append(step.getIndex());
            }
        }
        return pointer.isEmpty() ? "the body" : pointer.toString();
    }
}
