package dev.touchstone.server.foundation.guard;

import dev.touchstone.server.foundation.guard.Problem.Kind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;

/** What the security filters answer. */
final class AccessProblems {

    private AccessProblems() {}

    static void notSignedIn(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException ignored)
            throws IOException {
        notSignedIn(
                request,
                response,
                Sentence.of(
                        "This needs a session or a token, and none came, or it has ended. Sign in, or send the header Authorization: Bearer with a token."));
    }

    static void notSignedIn(
            HttpServletRequest request, HttpServletResponse response, Sentence sentence)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"touchstone\"");
        Problem.of(request, Kind.NOT_SIGNED_IN, sentence).write(response);
    }

    static void denied(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        if (why instanceof CsrfException) {
            Problem.of(
                            request,
                            Kind.FORGED,
                            Sentence.of(
                                    "The header %s is missing or belongs to another session, so the request may come from another page. Read GET /api/v1/session and send its csrf token.",
                                    SessionCookie.CSRF_HEADER))
                    .write(response);
        } else {
            Problem.of(request, Kind.NOT_ALLOWED, Sentence.of("This address is closed."))
                    .write(response);
        }
    }
}
