package dev.touchstone.server.foundation.guard;

import dev.touchstone.server.foundation.guard.Problem.Kind;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** A token counts alone: together with a session one could not say who had asked. */
final class TokenFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final Credentials credentials;

    TokenFilter(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SessionCookie.secret(request).isPresent()) {
            Problem.of(
                            request,
                            Kind.TWO_CREDENTIALS,
                            Sentence.of(
                                    "The request carries a token and a session cookie, so it is unclear who asks. Send one of them."))
                    .write(response);
            return;
        }
        Optional<Caller> caller =
                bearer(request.getHeader(HttpHeaders.AUTHORIZATION)).flatMap(credentials::token);
        if (caller.isEmpty()) {
            AccessProblems.notSignedIn(
                    request,
                    response,
                    Sentence.of(
                            "The token is unknown, expired or revoked. Ask the security administrator for a new one."));
            return;
        }
        SecurityContextHolder.setContext(
                new SecurityContextImpl(Callers.authentication(caller.get())));
        chain.doFilter(request, response);
    }

    private static Optional<String> bearer(String header) {
        return header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.of(header.substring(BEARER.length()).strip())
                : Optional.empty();
    }
}
