package dev.touchstone.server.foundation.access;

import dev.touchstone.server.foundation.access.OrganisationStore.DepartmentView;
import dev.touchstone.server.foundation.guard.Needs;
import dev.touchstone.server.foundation.guard.Page;
import dev.touchstone.server.foundation.guard.Permission;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "administration")
class AdministrationApi {

    private final Organisation organisation;

    AdministrationApi(Organisation organisation) {
        this.organisation = organisation;
    }

    @GetMapping("/entities")
    @Needs(Permission.DIRECTORY_READ)
    Page<LegalEntity> entities() {
        return new Page<>(organisation.entities(), null);
    }

    @PostMapping("/entities")
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.ENTITY_MANAGE)
    LegalEntity addEntity(@Valid @RequestBody EntityRequest body) {
        return organisation.addEntity(body.key(), body.name());
    }

    @GetMapping("/departments")
    @Needs(Permission.DIRECTORY_READ)
    Page<DepartmentView> departments(@RequestParam @Nullable Long entityId) {
        return new Page<>(organisation.departments(entityId), null);
    }

    @PostMapping("/departments")
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.ENTITY_MANAGE)
    DepartmentView addDepartment(@Valid @RequestBody DepartmentRequest body) {
        return organisation.addDepartment(body.entityId(), body.parentId(), body.name());
    }

    record EntityRequest(@NotBlank String key, @NotBlank String name) {}

    record DepartmentRequest(
            @NotNull Long entityId, @Nullable Long parentId, @NotBlank String name) {}
}
