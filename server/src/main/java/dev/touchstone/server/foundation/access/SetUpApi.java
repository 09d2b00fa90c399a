package dev.touchstone.server.foundation.access;

import dev.touchstone.server.foundation.access.SetUp.Administrator;
import dev.touchstone.server.foundation.guard.Role;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/setup")
@Tag(name = "setup")
class SetUpApi {

    private final SetUp setUp;
    private final LinkFiles files;

    SetUpApi(SetUp setUp, LinkFiles files) {
        this.setUp = setUp;
        this.files = files;
    }

    @GetMapping
    SetUpState setUp() {
        return new SetUpState(setUp.isOpen());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    AppointedView appoint(@Valid @RequestBody SetUpRequest body) {
        var appointed =
                setUp.appoint(
                        body.link(),
                        body.entity().key(),
                        body.entity().name(),
                        body.administrators().stream()
                                .map(
                                        who ->
                                                new Administrator(
                                                        who.role(),
                                                        who.login(),
                                                        who.name(),
                                                        who.staffNumber(),
                                                        who.password()))
                                .toList());
        files.removeFirst();
        return new AppointedView(
                appointed.stream()
                        .map(
                                one ->
                                        new AppointedPerson(
                                                one.role(),
                                                one.login(),
                                                one.link() == null ? null : one.link().link(),
                                                one.link() == null ? null : one.link().expiresAt()))
                        .toList());
    }

    record SetUpState(boolean open) {}

    record SetUpRequest(
            @NotBlank @Size(max = 200) String link,
            @NotNull @Valid FirstEntity entity,
            @NotNull @Size(min = 3, max = 3) List<@Valid AdministratorRequest> administrators) {

        @Override
        public String toString() {
            return "SetUpRequest[hidden]";
        }
    }

    record FirstEntity(@NotBlank String key, @NotBlank String name) {}

    record AdministratorRequest(
            @NotNull Role role,
            @NotBlank String login,
            @NotBlank String name,
            @Nullable String staffNumber,
            @Nullable @Size(max = 200) String password) {

        @Override
        public String toString() {
            return "AdministratorRequest[hidden]";
        }
    }

    record AppointedView(List<AppointedPerson> administrators) {}

    /**
     * @param link single-use sign-in link, shown this once; absent where a password was given
     */
    record AppointedPerson(
            Role role, String login, @Nullable String link, @Nullable Instant expiresAt) {}
}
