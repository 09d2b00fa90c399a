package dev.touchstone.server.foundation.guard;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servletapi.SecurityContextHolderAwareRequestFilter;

/**
 * The two ways into the platform. A request with an Authorization header is a machine's: no cookie
 * counts, nothing is remembered. Every other request is a browser's: session cookie, and a token
 * against forged requests on whatever changes something.
 */
@Configuration
@EnableWebSecurity
class HttpChains {

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
                    + "img-src 'self' data:; font-src 'self'; connect-src 'self'; object-src 'none'; "
                    + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    @Bean
    @Order(1)
    SecurityFilterChain machines(HttpSecurity http, Credentials credentials) {
        return common(http)
                .securityMatcher(request -> request.getHeader(HttpHeaders.AUTHORIZATION) != null)
                .csrf(AbstractHttpConfigurer::disable)
                .addFilterBefore(
                        new TokenFilter(credentials), SecurityContextHolderAwareRequestFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain browsers(HttpSecurity http, Credentials credentials) {
        return common(http)
                .csrf(
                        csrf ->
                                csrf.csrfTokenRepository(new SessionCsrfTokens())
                                        .csrfTokenRequestHandler(
                                                new CsrfTokenRequestAttributeHandler())
                                        .requireCsrfProtectionMatcher(
                                                HttpChains::changesSomethingInASession))
                .addFilterBefore(new SessionFilter(credentials), CsrfFilter.class)
                .build();
    }

    private static HttpSecurity common(HttpSecurity http) {
        return http.authorizeHttpRequests(
                        requests -> {
                            // The second part of a request that was let through in its first.
                            requests.dispatcherTypeMatchers(DispatcherType.ASYNC).permitAll();
                            for (var operation : PublicOperations.ALL) {
                                requests.requestMatchers(operation.method(), operation.path())
                                        .permitAll();
                            }
                            requests.requestMatchers("/api/**")
                                    .authenticated()
                                    .requestMatchers(
                                            HttpMethod.GET,
                                            "/actuator/health",
                                            "/actuator/health/*")
                                    .permitAll()
                                    .requestMatchers("/actuator/**")
                                    .denyAll()
                                    .requestMatchers("/error")
                                    .permitAll()
                                    .requestMatchers(HttpMethod.GET, "/**")
                                    .permitAll()
                                    .requestMatchers(HttpMethod.HEAD, "/**")
                                    .permitAll()
                                    .anyRequest()
                                    .denyAll();
                        })
                .anonymous(
                        anonymous -> anonymous.principal(Caller.NOBODY).authorities("ROLE_NOBODY"))
                .exceptionHandling(
                        handling ->
                                handling.authenticationEntryPoint(AccessProblems::notSignedIn)
                                        .accessDeniedHandler(AccessProblems::denied))
                .securityContext(
                        context ->
                                context.securityContextRepository(
                                        new NullSecurityContextRepository()))
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .headers(
                        headers ->
                                headers.contentSecurityPolicy(
                                                policy ->
                                                        policy.policyDirectives(
                                                                CONTENT_SECURITY_POLICY))
                                        .referrerPolicy(
                                                policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                                        .crossOriginOpenerPolicy(
                                                policy ->
                                                        policy.policy(
                                                                CrossOriginOpenerPolicy
                                                                        .SAME_ORIGIN)));
    }

    private static boolean changesSomethingInASession(HttpServletRequest request) {
        return !SAFE.contains(request.getMethod())
                && SessionFilter.signedIn(request)
                && !PublicOperations.contains(request.getMethod(), request.getRequestURI());
    }

    /** There are no accounts but those of the access module. */
    @Bean
    UserDetailsService noAccountsOfTheFramework() {
        return name -> {
            throw new UsernameNotFoundException("accounts lie in the access module");
        };
    }
}
