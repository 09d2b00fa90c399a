package dev.touchstone.server.foundation.guard;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;

/** Where the container sends what failed before a controller was found. */
@RestController
@Hidden
class ErrorApi implements ErrorController {

    static boolean isHandler(HandlerMethod method) {
        return method.getBeanType() == ErrorApi.class;
    }

    @RequestMapping("/error")
    ResponseEntity<Problem> failed(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int status = code instanceof Integer number ? number : 404;
        if (status >= 500) {
            return Problems.broken(request).answer();
        }
        var kind = Problem.Kind.ofStatus(status);
        return Problem.of(
                        request,
                        kind,
                        status == 404
                                ? Refusal.NotFound.SENTENCE
                                : Sentence.of(
                                        "The request was refused before it was read. Check its address and headers."))
                .answer();
    }
}
