package dev.touchstone.server.foundation.approvals;

import dev.touchstone.server.foundation.approvals.Approval.State;
import dev.touchstone.server.foundation.guard.Needs;
import dev.touchstone.server.foundation.guard.Page;
import dev.touchstone.server.foundation.guard.Permission;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/approvals")
@Tag(name = "approvals")
class ApprovalsApi {

    private final FourEyes fourEyes;

    ApprovalsApi(FourEyes fourEyes) {
        this.fourEyes = fourEyes;
    }

    @GetMapping
    @Needs(Permission.SELF)
    Page<Approval> approvals(
            @RequestParam @Nullable State state,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return fourEyes.list(state, cursor, limit);
    }

    @GetMapping("/{id}")
    @Needs(Permission.SELF)
    Approval approval(@PathVariable long id) {
        return fourEyes.open(id);
    }

    @PostMapping("/{id}/answers")
    @Needs(Permission.SELF)
    Approval answer(@PathVariable long id, @Valid @RequestBody AnswerRequest body) {
        return fourEyes.answer(id, body.approve(), body.reason());
    }

    @DeleteMapping("/{id}")
    @Needs(Permission.SELF)
    Approval withdraw(@PathVariable long id) {
        return fourEyes.withdraw(id);
    }

    record AnswerRequest(@NotNull Boolean approve, @NotBlank String reason) {}
}
