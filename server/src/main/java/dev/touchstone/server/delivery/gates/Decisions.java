package dev.touchstone.server.delivery.gates;

import dev.touchstone.engine.policy.Stage;
import dev.touchstone.server.foundation.catalog.Application;
import dev.touchstone.server.foundation.catalog.Applications;
import dev.touchstone.server.foundation.catalog.VisibleId;
import dev.touchstone.server.foundation.guard.Page;
import dev.touchstone.server.foundation.guard.Permission;
import dev.touchstone.server.foundation.guard.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Finds decisions that the caller may see. */
@Service
class Decisions {

    private final Applications applications;
    private final DecisionStore store;

    Decisions(Applications applications, DecisionStore store) {
        this.applications = applications;
        this.store = store;
    }

    /** A decision with its application. */
    record Found(Application application, Decision decision) {}

    Found open(String id) {
        var visible = VisibleId.parse(id, VisibleId.Letter.D);
        Application application = applications.open(visible.key(), Permission.GATE_READ);
        return store.byNumber(application.id(), visible.number())
                .map(decision -> new Found(application, decision))
                .orElseThrow(Refusal.NotFound::new);
    }

    /** A row of a list with its application. */
    record Listed(Application application, DecisionStore.Row row) {}

    Page<Listed> list(
            @Nullable String application,
            @Nullable Stage stage,
            @Nullable String line,
            @Nullable String commit,
            @Nullable String cursor,
            int limit) {
        List<Application> among =
                application == null
                        ? applications.reachable(Permission.GATE_READ)
                        : List.of(applications.open(application, Permission.GATE_READ));
        Map<Long, Application> byId =
                among.stream().collect(Collectors.toMap(Application::id, Function.identity()));
        var rows =
                store.list(
                        byId.keySet(),
                        stage,
                        line,
                        commit,
                        cursor == null ? null : place(cursor),
                        limit + 1);
        var shown = rows.stream().limit(limit).map(row -> new Listed(of(row, byId), row)).toList();
        String next = rows.size() > limit ? cursor(shown.getLast().row()) : null;
        return new Page<>(shown, next);
    }

    private static Application of(DecisionStore.Row row, Map<Long, Application> byId) {
        var application = byId.get(row.applicationId());
        if (application == null) {
            throw new IllegalStateException("The list holds an application that was not asked for");
        }
        return application;
    }

    private static String cursor(DecisionStore.Row last) {
        String text = last.decidedAt() + " " + last.applicationId() + " " + last.number();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static DecisionStore.Place place(String cursor) {
        try {
            var parts =
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8)
                            .split(" ", -1);
            return new DecisionStore.Place(
                    Instant.parse(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
        } catch (IllegalArgumentException
                | DateTimeParseException
                | ArrayIndexOutOfBoundsException e) {
            throw new Refusal.Invalid(
                    "cursor", "This is no cursor of this list. Start again without a cursor.");
        }
    }
}
