package dev.touchstone.server.foundation.guard;

import dev.touchstone.contract.Fault;
import dev.touchstone.server.foundation.guard.Problem.Kind;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Makes every refusal and every error an RFC 9457 problem; never a stack trace. */
@RestControllerAdvice
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ResponseEntity<Problem> refused(Refusal refusal, HttpServletRequest request) {
        Sentence detail = refusal.sentence();
        return switch (refusal) {
            case Refusal.NotFound ignored -> notFound(request);
            case Refusal.NotSignedIn ignored ->
                    Problem.of(request, Kind.NOT_SIGNED_IN, detail).answer();
            case Refusal.NotAllowed refused ->
                    Problem.of(request, Kind.NOT_ALLOWED, detail, List.of(), refused.whom())
                            .answer();
            case Refusal.Invalid invalid ->
                    Problem.of(
                                    request,
                                    Kind.INVALID,
                                    detail,
                                    invalid.faults(request.getLocale()),
                                    List.of())
                            .answer();
            case Refusal.Conflict ignored -> Problem.of(request, Kind.CONFLICT, detail).answer();
            case Refusal.TooLarge ignored -> Problem.of(request, Kind.TOO_LARGE, detail).answer();
            case Refusal.TooMany ignored -> Problem.of(request, Kind.TOO_MANY, detail).answer();
            case Refusal.Unavailable ignored ->
                    Problem.of(request, Kind.UNAVAILABLE, detail).answer();
        };
    }

    /** The same bytes for what never was, what lies behind a wall, and a wrong address. */
    @ExceptionHandler(NoResourceFoundException.class)
    ResponseEntity<Problem> notFound(HttpServletRequest request) {
        return Problem.of(request, Kind.NOT_FOUND, Refusal.NotFound.SENTENCE).answer();
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(
            HttpMessageNotReadableException problem, HttpServletRequest request) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLarge tooLarge) {
                return Problem.of(request, Kind.TOO_LARGE, tooLarge.sentence()).answer();
            }
        }
        Fault fault = UnreadableJson.fault(problem);
        return Problem.of(
                        request,
                        Kind.MALFORMED,
                        Sentence.of(
                                "The body of the request was not read: %s Nothing was changed. Mend it and send it again.",
                                fault.message()),
                        List.of(fault),
                        List.of())
                .answer();
    }

    @ExceptionHandler
    ResponseEntity<Problem> invalid(
            MethodArgumentNotValidException problem, HttpServletRequest request) {
        var faults =
                problem.getBindingResult().getFieldErrors().stream()
                        .map(
                                error ->
                                        Fault.error(
                                                error.getField(),
                                                String.valueOf(error.getDefaultMessage())))
                        .sorted(Comparator.comparing(Fault::place))
                        .toList();
        return invalid(request, faults);
    }

    @ExceptionHandler
    ResponseEntity<Problem> invalid(
            HandlerMethodValidationException problem, HttpServletRequest request) {
        var faults =
                problem.getParameterValidationResults().stream()
                        .flatMap(
                                result ->
                                        result.getResolvableErrors().stream()
                                                .map(
                                                        error ->
                                                                Fault.error(
                                                                        String.valueOf(
                                                                                result.getMethodParameter()
                                                                                        .getParameterName()),
                                                                        String.valueOf(
                                                                                error
                                                                                        .getDefaultMessage()))))
                        .toList();
        return invalid(request, faults);
    }

    @ExceptionHandler
    ResponseEntity<Problem> wrongType(
            MethodArgumentTypeMismatchException problem, HttpServletRequest request) {
        if (request.getParameter(problem.getName()) == null) {
            return notFound(request);
        }
        var type = problem.getRequiredType();
        String expected =
                type != null && type.isEnum()
                        ? "one of " + List.of(type.getEnumConstants())
                        : "a value of type " + (type == null ? "unknown" : type.getSimpleName());
        return Problem.of(
                        request,
                        Kind.MALFORMED,
                        Sentence.of(
                                "The parameter %s was not understood. Send %s.",
                                problem.getName(), expected),
                        List.of(Fault.error(problem.getName(), "expected " + expected)),
                        List.of())
                .answer();
    }

    @ExceptionHandler
    ResponseEntity<Problem> tooLarge(
            MaxUploadSizeExceededException problem, HttpServletRequest request) {
        return Problem.of(
                        request,
                        Kind.TOO_LARGE,
                        Sentence.of(
                                "The upload is larger than the platform takes, so nothing of it was kept. Send it packed (gzip or zip), or in parts."))
                .answer();
    }

    @ExceptionHandler
    ResponseEntity<Problem> notMultipart(MultipartException problem, HttpServletRequest request) {
        return Problem.of(
                        request,
                        Kind.MALFORMED,
                        Sentence.of(
                                "The upload was not read: it is not well-formed multipart/form-data, or it ended early. Nothing of it was kept. Send it again."))
                .answer();
    }

    /** The caller has gone; there is nobody to answer. */
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void gone() {}

    @ExceptionHandler
    ResponseEntity<Problem> failed(Exception problem, HttpServletRequest request) {
        if (problem instanceof ErrorResponse known && known.getStatusCode().value() < 500) {
            int status = known.getStatusCode().value();
            var kind = Kind.ofStatus(status);
            String detail = known.getBody().getDetail();
            return Problem.of(
                            request,
                            kind,
                            Sentence.of(
                                    "%s",
                                    detail == null ? kind.title(request.getLocale()) : detail))
                    .answer(new HttpHeaders(known.getHeaders()));
        }
        LOG.error("request {} failed", RequestId.of(request), problem);
        return broken(request).answer();
    }

    static Problem broken(HttpServletRequest request) {
        return Problem.of(
                request,
                Kind.BROKEN,
                Sentence.of(
                        "The platform made a mistake and changed nothing. Give the operator the number %s; the log has the reason.",
                        RequestId.of(request)));
    }

    private static ResponseEntity<Problem> invalid(HttpServletRequest request, List<Fault> faults) {
        return Problem.of(
                        request,
                        Kind.INVALID,
                        Sentence.of(
                                "Some fields are not valid, so nothing was changed. Mend them and send it again."),
                        faults,
                        List.of())
                .answer();
    }
}
