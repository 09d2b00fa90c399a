package dev.touchstone.server.foundation.guard;

import dev.touchstone.server.foundation.guard.Problem.Kind;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds the person behind the session cookie; refuses what another site sends. */
final class SessionFilter extends OncePerRequestFilter {

    private static final String SIGNED_IN = SessionFilter.class.getName();

    private final Credentials credentials;

    SessionFilter(Credentials credentials) {
        this.credentials = credentials;
    }

    static boolean signedIn(HttpServletRequest request) {
        return request.getAttribute(SIGNED_IN) != null;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!request.getRequestURI().startsWith("/api/")) {
            chain.doFilter(request, response);
            return;
        }
        if ("cross-site".equals(request.getHeader("Sec-Fetch-Site"))) {
            Problem.of(
                            request,
                            Kind.FORGED,
                            Sentence.of(
                                    "The browser says that another site sent this request. Open the platform's own page and do it there."))
                    .write(response);
            return;
        }
        SessionCookie.secret(request)
                .flatMap(credentials::session)
                .ifPresent(
                        caller -> {
                            request.setAttribute(SIGNED_IN, true);
                            SecurityContextHolder.setContext(
                                    new SecurityContextImpl(Callers.authentication(caller)));
                        });
        chain.doFilter(request, response);
    }
}
