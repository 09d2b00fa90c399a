package dev.touchstone.server.foundation.catalog;

import dev.touchstone.server.foundation.access.Directory;
import dev.touchstone.server.foundation.access.Directory.EntityName;
import dev.touchstone.server.foundation.catalog.ApplicationStore.Registered;
import dev.touchstone.server.foundation.catalog.Registration.Change;
import dev.touchstone.server.foundation.guard.Needs;
import dev.touchstone.server.foundation.guard.Page;
import dev.touchstone.server.foundation.guard.Permission;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/applications")
@Tag(name = "applications")
class ApplicationsApi {

    private final Registration registration;
    private final Directory directory;

    ApplicationsApi(Registration registration, Directory directory) {
        this.registration = registration;
        this.directory = directory;
    }

    @GetMapping
    @Needs(Permission.APPLICATION_READ)
    Page<ApplicationView> applications(
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        Page<Registered> page = registration.list(q, cursor, limit);
        return new Page<>(views(page.items()), page.next());
    }

    @GetMapping("/{key}")
    @Needs(Permission.APPLICATION_READ)
    ApplicationView application(@PathVariable String key) {
        return views(List.of(registration.open(key))).getFirst();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.APPLICATION_MANAGE)
    ApplicationView register(@Valid @RequestBody ApplicationRequest body) {
        var about =
                new Change(
                        body.name(),
                        body.tier(),
                        body.dataGrade(),
                        body.exposure(),
                        body.ownerId(),
                        body.repository());
        return views(List.of(registration.register(body.departmentId(), body.key(), about)))
                .getFirst();
    }

    @PatchMapping("/{key}")
    @Needs(Permission.APPLICATION_MANAGE)
    ApplicationView change(
            @PathVariable String key, @Valid @RequestBody ApplicationChangeRequest body) {
        var about =
                new Change(
                        body.name(),
                        body.tier(),
                        body.dataGrade(),
                        body.exposure(),
                        body.ownerId(),
                        body.repository());
        return views(List.of(registration.change(key, about))).getFirst();
    }

    private List<ApplicationView> views(List<Registered> found) {
        var entities =
                directory.entities(
                        found.stream()
                                .map(one -> one.application().entityId())
                                .distinct()
                                .toList());
        var departments =
                directory.departments(
                        found.stream()
                                .map(one -> one.application().departmentPath().getLast())
                                .distinct()
                                .toList());
        return found.stream()
                .map(
                        one -> {
                            Application application = one.application();
                            long department = application.departmentPath().getLast();
                            return new ApplicationView(
                                    application.key(),
                                    application.name(),
                                    Objects.requireNonNull(entities.get(application.entityId())),
                                    new DepartmentName(
                                            department,
                                            Objects.requireNonNull(departments.get(department))
                                                    .name()),
                                    application.tier(),
                                    application.dataGrade(),
                                    application.exposure(),
                                    one.ownerId() == null
                                            ? null
                                            : new OwnerName(
                                                    one.ownerId(),
                                                    String.valueOf(application.owner())),
                                    one.repository());
                        })
                .toList();
    }

    record ApplicationView(
            String key,
            String name,
            EntityName entity,
            DepartmentName department,
            int tier,
            int dataGrade,
            Application.Exposure exposure,
            @Nullable OwnerName owner,
            @Nullable String repository) {}

    record DepartmentName(long id, String name) {}

    record OwnerName(long id, String name) {}

    record ApplicationRequest(
            @NotBlank String key,
            @NotBlank String name,
            @NotNull Long departmentId,
            @NotNull @Min(1) @Max(4) Integer tier,
            @NotNull @Min(1) @Max(5) Integer dataGrade,
            @NotNull Application.Exposure exposure,
            @Nullable Long ownerId,
            @Nullable @Size(max = 500) String repository) {}

    /** What is absent stays as it is. */
    record ApplicationChangeRequest(
            @Nullable String name,
            @Nullable @Min(1) @Max(4) Integer tier,
            @Nullable @Min(1) @Max(5) Integer dataGrade,
            Application.@Nullable Exposure exposure,
            @Nullable Long ownerId,
            @Nullable @Size(max = 500) String repository) {}
}
