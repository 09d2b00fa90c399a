package dev.touchstone.server.foundation.access;

import dev.touchstone.server.foundation.access.PersonStore.Filter;
import dev.touchstone.server.foundation.access.Rights.Place;
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
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
@RequestMapping("/api/v1/people")
@Tag(name = "administration")
class PeopleApi {

    private final People people;
    private final Rights rights;
    private final GrantStore grants;
    private final Directory directory;
    private final Views views;

    PeopleApi(People people, Rights rights, GrantStore grants, Directory directory, Views views) {
        this.people = people;
        this.rights = rights;
        this.grants = grants;
        this.directory = directory;
        this.views = views;
    }

    @GetMapping
    @Needs(Permission.DIRECTORY_READ)
    Page<PersonView> people(
            @RequestParam @Nullable Long entityId,
            @RequestParam @Nullable Long departmentId,
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        Page<Person> page = people.list(new Filter(entityId, departmentId, q), cursor, limit);
        return new Page<>(views(page.items()), page.next());
    }

    @GetMapping("/{id}")
    @Needs(Permission.DIRECTORY_READ)
    PersonView person(@PathVariable long id) {
        return views(List.of(people.open(id, Permission.DIRECTORY_READ))).getFirst();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.PERSON_MANAGE)
    PersonView add(@Valid @RequestBody PersonRequest body) {
        return views(
                        List.of(
                                people.add(
                                        body.entityId(),
                                        body.departmentId(),
                                        body.login(),
                                        body.name(),
                                        body.staffNumber())))
                .getFirst();
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.PERSON_MANAGE)
    void close(@PathVariable long id) {
        people.close(id);
    }

    @PostMapping("/{id}/grants")
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.GRANT_MANAGE)
    GrantView grant(@PathVariable long id, @Valid @RequestBody GrantRequest body) {
        ScopeRequest scope = body.scope();
        var held =
                rights.grant(
                        id,
                        body.role(),
                        new Place(
                                scope.kind(),
                                scope.entityId(),
                                scope.departmentId(),
                                scope.application()));
        return views.grants(List.of(held)).getFirst();
    }

    @DeleteMapping("/{id}/grants/{grantId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.GRANT_MANAGE)
    void revoke(@PathVariable long id, @PathVariable long grantId) {
        rights.revoke(id, grantId);
    }

    @PostMapping("/{id}/links")
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.PERSON_MANAGE)
    LinkView link(@PathVariable long id) {
        Links.Made made = people.makeLink(id);
        return new LinkView(made.link(), made.expiresAt());
    }

    private List<PersonView> views(List<Person> found) {
        var held =
                grants.ofPeople(found.stream().map(Person::id).toList()).stream()
                        .collect(
                                Collectors.groupingBy(
                                        grant -> Objects.requireNonNull(grant.personId())));
        var entities = directory.entities(found.stream().map(Person::entityId).distinct().toList());
        var departments =
                directory.departments(
                        found.stream()
                                .map(Person::departmentId)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList());
        return found.stream()
                .map(
                        person -> {
                            var department =
                                    person.departmentId() == null
                                            ? null
                                            : departments.get(person.departmentId());
                            return new PersonView(
                                    person.id(),
                                    person.login(),
                                    person.name(),
                                    person.staffNumber(),
                                    Objects.requireNonNull(entities.get(person.entityId())),
                                    department == null
                                            ? null
                                            : new DepartmentName(
                                                    department.id(), department.name()),
                                    person.kind(),
                                    views.grants(held.getOrDefault(person.id(), List.of())),
                                    person.createdAt(),
                                    person.seenAt(),
                                    person.closedAt());
                        })
                .toList();
    }

    record PersonView(
            long id,
            String login,
            String name,
            @Nullable String staffNumber,
            Directory.EntityName entity,
            @Nullable DepartmentName department,
            Person.Kind kind,
            List<GrantView> grants,
            Instant createdAt,
            @Nullable Instant seenAt,
            @Nullable Instant closedAt) {}

    record DepartmentName(long id, String name) {}

    record PersonRequest(
            @NotNull Long entityId,
            @Nullable Long departmentId,
            @NotBlank String login,
            @NotBlank String name,
            @Nullable String staffNumber) {}

    record GrantRequest(@NotNull Role role, @NotNull @Valid ScopeRequest scope) {}

    /**
     * @param application key, for the kind APPLICATION
     */
    record ScopeRequest(
            @NotNull ScopeKind kind,
            @Nullable Long entityId,
            @Nullable Long departmentId,
            @Nullable String application) {}

    /**
     * @param link works once; shown this once
     */
    record LinkView(String link, Instant expiresAt) {}
}
