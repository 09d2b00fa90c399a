package dev.touchstone.server.matrix;

import static dev.touchstone.server.matrix.Probe.byId;
import static dev.touchstone.server.matrix.Probe.command;
import static dev.touchstone.server.matrix.Probe.count;
import static dev.touchstone.server.matrix.Probe.export;
import static dev.touchstone.server.matrix.Probe.list;
import static dev.touchstone.server.matrix.Probe.search;

import dev.touchstone.server.matrix.Probe.Ask;
import dev.touchstone.server.matrix.Probe.Extent;
import java.util.List;

/** How the operations of intake, runs and findings are asked. */
final class DeliveryProbes {

    private static final String REPORTS = "/api/v1/reports";
    private static final String RUNS = "/api/v1/runs";
    private static final String FINDINGS = "/api/v1/findings";

    static final List<Probe> ALL =
            List.of(
                    command("POST " + REPORTS, Extent.DEPARTMENT, one -> one.upload("?wait=0")),
                    list(
                            "GET " + REPORTS,
                            Extent.DEPARTMENT,
                            one -> {
                                one.report();
                                return Ask.of(REPORTS + "?limit=200");
                            },
                            one -> one.application() + "-U-"),
                    byId(
                            "GET " + REPORTS,
                            Extent.DEPARTMENT,
                            one -> Ask.of(REPORTS + "?application=%s", one.application())),
                    byId(
                            "GET " + REPORTS + "/{id}",
                            Extent.DEPARTMENT,
                            one -> Ask.of(REPORTS + "/%s", one.report())),
                    byId(
                            "GET " + REPORTS + "/{id}/raw",
                            Extent.DEPARTMENT,
                            one -> Ask.of(REPORTS + "/%s/raw", one.report())),
                    list(
                            "GET " + RUNS,
                            Extent.DEPARTMENT,
                            one -> {
                                one.run();
                                return Ask.of(RUNS + "?limit=200");
                            },
                            one -> one.application() + "-R-"),
                    byId(
                            "GET " + RUNS,
                            Extent.DEPARTMENT,
                            one -> Ask.of(RUNS + "?application=%s", one.application())),
                    byId(
                            "GET " + RUNS + "/lines",
                            Extent.DEPARTMENT,
                            one -> Ask.of(RUNS + "/lines?application=%s", one.application())),
                    byId(
                            "GET " + RUNS + "/{id}",
                            Extent.DEPARTMENT,
                            one -> Ask.of(RUNS + "/%s", one.run())),
                    list(
                            "GET " + FINDINGS,
                            Extent.DEPARTMENT,
                            one -> {
                                one.finding();
                                return Ask.of(FINDINGS + "?limit=200");
                            },
                            one -> one.application() + "-F-"),
                    search(
                            "GET " + FINDINGS,
                            Extent.DEPARTMENT,
                            one -> {
                                one.finding();
                                return Ask.of(FINDINGS + "?q=%s", one.path());
                            },
                            one -> one.application() + "-F-"),
                    byId(
                            "GET " + FINDINGS,
                            Extent.DEPARTMENT,
                            one -> Ask.of(FINDINGS + "?application=%s", one.application())),
                    byId(
                            "GET " + FINDINGS + "/{id}",
                            Extent.DEPARTMENT,
                            one -> Ask.of(FINDINGS + "/%s", one.finding())),
                    count(
                            "GET " + FINDINGS + "/count",
                            Extent.DEPARTMENT,
                            one -> {
                                one.finding();
                                return Ask.of(FINDINGS + "/count?q=%s", one.path());
                            },
                            one -> "\"total\":1"),
                    byId(
                            "GET " + FINDINGS + "/count",
                            Extent.DEPARTMENT,
                            one -> Ask.of(FINDINGS + "/count?application=%s", one.application())),
                    export(
                            "GET " + FINDINGS + "/export",
                            Extent.DEPARTMENT,
                            one -> {
                                one.finding();
                                return Ask.of(FINDINGS + "/export?q=%s", one.path());
                            },
                            one -> one.application() + "-F-"),
                    byId(
                            "GET " + FINDINGS + "/export",
                            Extent.DEPARTMENT,
                            one -> Ask.of(FINDINGS + "/export?application=%s", one.application())));

    private DeliveryProbes() {}
}
