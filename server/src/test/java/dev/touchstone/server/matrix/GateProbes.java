package dev.touchstone.server.matrix;

import static dev.touchstone.server.matrix.Probe.byId;
import static dev.touchstone.server.matrix.Probe.command;
import static dev.touchstone.server.matrix.Probe.list;

import dev.touchstone.server.matrix.Probe.Ask;
import dev.touchstone.server.matrix.Probe.Extent;
import java.util.List;

/** How the operations of gates and packs are asked. */
final class GateProbes {

    private static final String DECISIONS = "/api/v1/gates/decisions";
    private static final String POLICIES = "/api/v1/gates/policies";
    private static final String EVALUATIONS = "/api/v1/gates/evaluations";

    static final List<Probe> ALL =
            List.of(
                    command(
                            "POST " + DECISIONS,
                            Extent.DEPARTMENT,
                            one ->
                                    Ask.of(DECISIONS)
                                            .with(
                                                    "{'application':'%s','stage':'BUILD','commit':'%s'}",
                                                    one.application(), Target.COMMIT)),
                    byId("GET /api/v1/packs", Extent.EVERYONE, one -> Ask.of("/api/v1/packs")),
                    byId(
                            "GET /api/v1/packs/rules/{rule}",
                            Extent.EVERYONE,
                            one -> Ask.of("/api/v1/packs/rules/DOCKER-001")),
                    command(
                            "PUT /api/v1/packs/{id}",
                            Extent.EVERYONE,
                            one -> Ask.of("/api/v1/packs/own").with("{'files':{'pack.yml':'x'}}")),
                    byId("GET " + POLICIES, Extent.EVERYONE, one -> Ask.of(POLICIES)),
                    command(
                            "PUT " + POLICIES + "/{id}",
                            Extent.EVERYONE,
                            one ->
                                    Ask.of(POLICIES + "/own?dryRun=true")
                                            .with("{'yaml':'not a policy'}")),
                    command(
                            "POST " + EVALUATIONS,
                            Extent.EVERYONE,
                            one -> Ask.of(EVALUATIONS).with("{'policy':'not a policy'}")),
                    command(
                            "POST " + EVALUATIONS + "/batch",
                            Extent.EVERYONE,
                            one ->
                                    Ask.of(EVALUATIONS + "/batch")
                                            .with("{'policy':'not a policy','cases':[]}")),
                    byId(
                            "GET " + DECISIONS + "/{id}",
                            Extent.DEPARTMENT,
                            one -> Ask.of(DECISIONS + "/%s", one.decision())),
                    byId(
                            "GET " + DECISIONS + "/{id}/statement",
                            Extent.DEPARTMENT,
                            one -> Ask.of(DECISIONS + "/%s/statement", one.decision())),
                    byId(
                            "GET " + POLICIES + "/{id}",
                            Extent.EVERYONE,
                            one -> Ask.of(POLICIES + "/touchstone-default")),
                    list(
                            "GET " + DECISIONS,
                            Extent.DEPARTMENT,
                            one -> {
                                one.decision();
                                return Ask.of(DECISIONS + "?limit=200");
                            },
                            one -> one.application() + "-D-"),
                    byId(
                            "GET " + DECISIONS,
                            Extent.DEPARTMENT,
                            one -> Ask.of(DECISIONS + "?application=%s", one.application())));

    private GateProbes() {}
}
