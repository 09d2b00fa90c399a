package dev.touchstone.server.foundation.access;

import dev.touchstone.server.foundation.access.Views.GrantView;
import dev.touchstone.server.foundation.guard.Caller;
import dev.touchstone.server.foundation.guard.Callers;
import dev.touchstone.server.foundation.guard.Needs;
import dev.touchstone.server.foundation.guard.Permission;
import dev.touchstone.server.foundation.guard.SessionCookie;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/session")
@Tag(name = "session")
class SessionApi {

    private final SignIn signIn;
    private final Sessions sessions;
    private final GrantStore grants;
    private final OrganisationStore organisation;
    private final Views views;

    SessionApi(
            SignIn signIn,
            Sessions sessions,
            GrantStore grants,
            OrganisationStore organisation,
            Views views) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.grants = grants;
        this.organisation = organisation;
        this.views = views;
    }

    @PostMapping
    ResponseEntity<Void> signIn(
            @Valid @RequestBody SignInRequest body, HttpServletRequest request) {
        return opened(
                signIn.withPassword(body.login(), body.password(), request.getRemoteAddr()),
                request);
    }

    @PostMapping("/link")
    ResponseEntity<Void> signInByLink(
            @Valid @RequestBody LinkRequest body, HttpServletRequest request) {
        return opened(signIn.withLink(body.link(), request.getRemoteAddr()), request);
    }

    @GetMapping
    @Needs(Permission.SELF)
    SessionView session(HttpServletRequest request) {
        Caller caller = Callers.current();
        var held =
                switch (caller.kind()) {
                    case PERSON -> grants.ofPeople(List.of(caller.id()));
                    case TOKEN -> grants.ofTokens(List.of(caller.id()));
                    case PLATFORM -> List.<GrantStore.HeldGrant>of();
                };
        var permissions = EnumSet.noneOf(Permission.class);
        for (Permission permission : Permission.values()) {
            if (caller.may(permission)) {
                permissions.add(permission);
            }
        }
        var secret = SessionCookie.secret(request);
        return new SessionView(
                caller.kind(),
                caller.id(),
                caller.display(),
                organisation
                        .visibleEntity(caller, caller.entityId())
                        .map(entity -> new EntityView(entity.id(), entity.key(), entity.name()))
                        .orElseThrow(),
                views.grants(held),
                permissions,
                secret.map(sessions::isByLink).orElse(false),
                secret.map(
                                known ->
                                        new Csrf(
                                                SessionCookie.CSRF_HEADER,
                                                SessionCookie.csrfToken(known)))
                        .orElse(null));
    }

    @DeleteMapping
    @Needs(Permission.SELF)
    ResponseEntity<Void> signOut(HttpServletRequest request) {
        sessions.end(SessionCookie.secret(request).orElse(""));
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, SessionCookie.ended(request.isSecure()).toString())
                .build();
    }

    @PutMapping("/password")
    @Needs(Permission.SELF)
    ResponseEntity<Void> changePassword(
            @Valid @RequestBody PasswordRequest body, HttpServletRequest request) {
        sessions.changePassword(
                SessionCookie.secret(request).orElse(""), body.current(), body.next());
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<Void> opened(Secret secret, HttpServletRequest request) {
        return ResponseEntity.noContent()
                .header(
                        HttpHeaders.SET_COOKIE,
                        SessionCookie.of(secret.text(), request.isSecure()).toString())
                .build();
    }

    record SignInRequest(
            @NotBlank @Size(max = 200) String login, @NotBlank @Size(max = 200) String password) {

        @Override
        public String toString() {
            return "SignInRequest[" + login + "]";
        }
    }

    record LinkRequest(@NotBlank @Size(max = 200) String link) {}

    record PasswordRequest(
            @Nullable @Size(max = 200) String current, @NotBlank @Size(max = 200) String next) {

        @Override
        public String toString() {
            return "PasswordRequest[hidden]";
        }
    }

    record SessionView(
            Caller.Kind kind,
            long id,
            String name,
            EntityView entity,
            List<GrantView> grants,
            Set<Permission> permissions,
            boolean byLink,
            @Nullable Csrf csrf) {}

    record EntityView(long id, String key, String name) {}

    record Csrf(String header, String token) {}
}
