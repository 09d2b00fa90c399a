package dev.touchstone.server.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.server.ServerTest;
import dev.touchstone.server.foundation.guard.Needs;
import dev.touchstone.server.foundation.guard.Permission;
import dev.touchstone.server.foundation.guard.Role;
import dev.touchstone.server.matrix.Probe.Extent;
import dev.touchstone.server.matrix.Probe.Shape;
import dev.touchstone.server.scene.Browser;
import dev.touchstone.server.scene.LoggedErrors;
import dev.touchstone.server.scene.Scene;
import dev.touchstone.server.scene.Statements;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every operation × every role × own department, other department, other legal entity. What must
 * come out follows from the permission of the operation, the table of roles, and how far the right
 * must reach; a new operation without a probe fails.
 */
@ServerTest
class MatrixTest {

    @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;
    @Autowired DataSource database;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;
    @LocalServerPort int port;

    private Scene scene;
    private Requests requests;
    private final Map<Place, Target> targets = new EnumMap<>(Place.class);

    @BeforeEach
    void scene() {
        scene = Scene.on(database);
        requests = new Requests(port, scene, clock);
        for (Place place : Place.values()) {
            targets.put(place, new Target(place, scene, jdbc, requests));
        }
    }

    @Test
    void everyOperationHasAProbeAndEveryProbeAnOperation() {
        var probed = new TreeSet<String>();
        probes().forEach(probe -> probed.add(probe.operation()));

        assertThat(probed).isEqualTo(new TreeSet<>(operations().keySet()));
    }

    @Test
    void everyOperationOpensToWhomItShouldAndToNobodyElse() {
        var wrong = new ArrayList<String>();
        var counts = new EnumMap<Shape, Integer>(Shape.class);

        var errors = LoggedErrors.during(() -> askAll(wrong, counts));

        assertThat(wrong).as("of %s", counts).isEmpty();
        assertThat(counts.keySet()).contains(Shape.BY_ID, Shape.LIST, Shape.SEARCH, Shape.COUNT);
        assertThat(errors).isEmpty();
    }

    private void askAll(List<String> wrong, Map<Shape, Integer> counts) {
        Map<String, Permission> needs = operations();
        for (Probe probe : probes()) {
            for (Role role : Role.values()) {
                for (Place place : List.of(Place.OWN, Place.OTHER_DEPARTMENT, Place.OTHER_ENTITY)) {
                    counts.merge(probe.shape(), 1, Integer::sum);
                    String fault = check(probe, needs.get(probe.operation()), role, place);
                    if (fault != null) {
                        wrong.add("%s by %s, %s: %s".formatted(probe, role, place, fault));
                    }
                }
            }
        }
    }

    @Test
    void behindTheWallEveryThingAnswersLikeOneThatNeverWas() {
        var wrong = new ArrayList<String>();
        Map<String, Permission> needs = operations();
        for (Probe probe : probes()) {
            for (Role role : Role.values()) {
                var expected =
                        Expected.of(probe, needs.get(probe.operation()), role, Place.OTHER_ENTITY);
                if (expected == Expected.NOT_FOUND) {
                    var walled = new Seen();
                    var unknown = new Seen();
                    ask(probe, role, Place.NOWHERE); // what is loaded once, and what is made once,
                    ask(probe, role, Place.OTHER_ENTITY); // is there before one looks
                    unknown.look(() -> ask(probe, role, Place.NOWHERE));
                    walled.look(() -> ask(probe, role, Place.OTHER_ENTITY));
                    assertThat(walled.statements).isNotEmpty();
                    if (!walled.equals(unknown)) {
                        wrong.add("%s by %s: %s, but %s".formatted(probe, role, walled, unknown));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private String check(Probe probe, Permission needs, Role role, Place place) {
        Browser.Answer answer = ask(probe, role, place);
        Expected expected = Expected.of(probe, needs, role, place);
        boolean opened = probe.shape() == Shape.COMMAND ? isOpen(answer) : answer.status() == 200;
        boolean right =
                switch (expected) {
                    case OPEN, SHOWN, HIDDEN -> opened;
                    case NOT_ALLOWED -> answer.status() == 403;
                    case NOT_FOUND -> answer.status() == 404;
                };
        if (!right) {
            return "expected %s, got %d %s".formatted(expected, answer.status(), answer.body());
        }
        if (expected == Expected.SHOWN || expected == Expected.HIDDEN) {
            String marker = probe.marker().apply(targets.get(place));
            boolean shown = answer.body().contains(marker);
            if (shown != (expected == Expected.SHOWN)) {
                return "%s should be %s in %s".formatted(marker, expected, answer.body());
            }
        }
        return null;
    }

    /** The guard has let it through; what the operation then says of the content is its matter. */
    private static boolean isOpen(Browser.Answer answer) {
        return answer.status() != 401
                && answer.status() != 403
                && answer.status() != 404
                && answer.status() < 500;
    }

    private Browser.Answer ask(Probe probe, Role role, Place place) {
        Probe.Ask ask = probe.ask().apply(targets.get(place));
        String verb = probe.operation().substring(0, probe.operation().indexOf(' '));
        return requests.as(scene.caller(role), verb, ask);
    }

    private static List<Probe> probes() {
        return Stream.of(FoundationProbes.ALL, GateProbes.ALL, DeliveryProbes.ALL)
                .flatMap(List::stream)
                .toList();
    }

    /** Every operation of ours that is not public, with its permission. */
    private Map<String, Permission> operations() {
        var operations = new TreeMap<String, Permission>();
        requestMappingHandlerMapping
                .getHandlerMethods()
                .forEach(
                        (info, method) -> {
                            Needs needs = method.getMethodAnnotation(Needs.class);
                            if (needs != null) {
                                for (var verb : info.getMethodsCondition().getMethods()) {
                                    for (String path : info.getPatternValues()) {
                                        operations.put(verb.name() + " " + path, needs.value());
                                    }
                                }
                            }
                        });
        return operations;
    }

    /** What a request showed: its answer without the request's id, and its SQL without values. */
    private static final class Seen {

        private String answer = "";
        private List<String> statements = List.of();

        void look(Supplier<Browser.Answer> ask) {
            statements =
                    Statements.during(
                            () -> {
                                Browser.Answer seen = ask.get();
                                answer =
                                        seen.status()
                                                + " "
                                                + seen.body()
                                                        .replaceAll("urn:uuid:[0-9a-f-]{36}", "");
                                return seen;
                            });
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Seen seen
                    && answer.equals(seen.answer)
                    && statements.equals(seen.statements);
        }

        @Override
        public int hashCode() {
            return answer.hashCode();
        }

        @Override
        public String toString() {
            return answer + " after " + statements;
        }
    }

    /** What must come out. */
    private enum Expected {
        OPEN,
        /** A list, with the thing in it. */
        SHOWN,
        /** A list, without the thing. */
        HIDDEN,
        NOT_ALLOWED,
        NOT_FOUND;

        static Expected of(Probe probe, Permission needs, Role role, Place place) {
            boolean holds = needs == Permission.SELF || role.allows(needs);
            if (!holds) {
                return NOT_ALLOWED;
            }
            boolean inside = probe.inner() == null || role.allows(probe.inner());
            boolean wide = role.isAdministrator();
            if (probe.extent() == Extent.ENTITY_FIRST && !wide) {
                return NOT_ALLOWED;
            }
            boolean reached =
                    inside
                            && switch (probe.extent()) {
                                case EVERYONE -> true;
                                case DEPARTMENT ->
                                        place == Place.OWN
                                                || (wide && place == Place.OTHER_DEPARTMENT);
                                case ENTITY, ENTITY_FIRST -> wide && place != Place.OTHER_ENTITY;
                                case VISIBLE -> place != Place.OTHER_ENTITY;
                                case GROUP, NOTHING_THERE -> false;
                            };
            if (probe.marker() != null) {
                return reached ? SHOWN : HIDDEN;
            }
            if (reached) {
                return OPEN;
            }
            if (probe.extent() == Extent.NOTHING_THERE) {
                return NOT_FOUND;
            }
            boolean walled =
                    place == Place.OTHER_ENTITY
                            && (probe.extent() != Extent.GROUP || probe.inner() != null);
            return walled ? NOT_FOUND : NOT_ALLOWED;
        }
    }
}
