package dev.touchstone.server.foundation.access;

import dev.touchstone.server.foundation.access.Views.GrantView;
import dev.touchstone.server.foundation.guard.Needs;
import dev.touchstone.server.foundation.guard.Page;
import dev.touchstone.server.foundation.guard.Permission;
import dev.touchstone.server.foundation.guard.Role;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tokens")
@Tag(name = "administration")
class TokensApi {

    private final Tokens tokens;
    private final GrantStore grants;
    private final Directory directory;
    private final Views views;
    private final Clock clock;

    TokensApi(Tokens tokens, GrantStore grants, Directory directory, Views views, Clock clock) {
        this.tokens = tokens;
        this.grants = grants;
        this.directory = directory;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping
    @Needs(Permission.TOKEN_MANAGE)
    Page<TokenView> tokens(
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        Page<Token> page = tokens.list(cursor, limit);
        return new Page<>(views(page.items()), page.next());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.TOKEN_MANAGE)
    NewTokenView make(@Valid @RequestBody TokenRequest body) {
        Tokens.Made made =
                tokens.make(
                        body.entityId(),
                        body.name(),
                        body.roles(),
                        body.applications() == null ? List.of() : body.applications(),
                        body.expiresAt());
        return new NewTokenView(
                made.token().id(),
                made.token().name(),
                made.secret().text(),
                made.token().expiresAt());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.TOKEN_MANAGE)
    void revoke(@PathVariable long id) {
        tokens.revoke(id);
    }

    private List<TokenView> views(List<Token> found) {
        Map<Long, List<GrantStore.HeldGrant>> held =
                grants.ofTokens(found.stream().map(Token::id).toList()).stream()
                        .collect(
                                Collectors.groupingBy(
                                        grant -> Objects.requireNonNull(grant.tokenId())));
        var entities = directory.entities(found.stream().map(Token::entityId).distinct().toList());
        Instant now = clock.instant();
        return found.stream()
                .map(
                        token ->
                                new TokenView(
                                        token.id(),
                                        token.name(),
                                        Objects.requireNonNull(entities.get(token.entityId())),
                                        views.grants(held.getOrDefault(token.id(), List.of())),
                                        token.createdBy(),
                                        token.createdAt(),
                                        token.expiresAt(),
                                        token.usedAt(),
                                        token.state(now)))
                .toList();
    }

    /**
     * @param applications keys; none means the whole legal entity
     */
    record TokenRequest(
            @NotNull Long entityId,
            @NotBlank String name,
            @NotEmpty Set<Role> roles,
            @Nullable @Size(max = 100) List<String> applications,
            @NotNull Instant expiresAt) {}

    /**
     * @param token the secret, shown this once
     */
    record NewTokenView(long id, String name, String token, Instant expiresAt) {

        @Override
        public String toString() {
            return "NewTokenView[" + id + "]";
        }
    }

    record TokenView(
            long id,
            String name,
            Directory.EntityName entity,
            List<GrantView> grants,
            String createdBy,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant usedAt,
            Token.State state) {}
}
