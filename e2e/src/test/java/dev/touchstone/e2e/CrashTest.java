package dev.touchstone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The power goes while reports come in: what was acknowledged is there, and whole. */
class CrashTest {

    /** Those that caught a report between its acknowledgement and the end of its merge. */
    private static final int KILLS = 20;

    private static final int FINDINGS = 1_500;

    private @TempDir Path home;
    private Server server;

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void nothingAcknowledgedIsLostAndNothingIsHalfThere() throws Exception {
        server = Server.on(home).start();
        var organisation = Organisation.make(server);
        var pipeline = organisation.pipeline();
        var acknowledged = new ArrayList<String>();
        var caught = new int[2];
        var attempts = 0;
        for (; Math.min(caught[0], caught[1]) < KILLS / 2; attempts++) {
            assertThat(attempts).as("attempts to kill during an import").isLessThan(2 * KILLS);
            var uploads = new Uploads(pipeline, attempts, FINDINGS);
            uploads.begin();
            uploads.awaitAcknowledged(1 + attempts % 3);
            if (attempts % 2 == 0) {
                server.kill();
                uploads.end();
                server.start();
            } else {
                server.killDatabase();
                uploads.end();
                server.await("the database is back", server::isHealthy);
            }
            if (unmerged(pipeline, uploads.acknowledged()) > 0) {
                caught[attempts % 2]++;
            }
            uploads.again();
            acknowledged.addAll(uploads.acknowledged());
        }
        assertThat(acknowledged).doesNotHaveDuplicates().hasSize(attempts * Uploads.EACH);
        for (var id : acknowledged) {
            assertMergedWhole(pipeline, id);
        }
        assertThat(reports(pipeline)).isEqualTo(acknowledged.size());
        assertChainVerifies(organisation.auditor());
    }

    /** Merged, with all its findings, and none more than its line holds. */
    private void assertMergedWhole(Http pipeline, String id) throws IOException {
        server.await(id + " is merged", () -> state(pipeline, id).equals("MERGED"));
        var report = pipeline.get("/reports/" + id);
        var line = report.path("line").asString();
        assertThat(report.path("counts").path("new").asInt()).as(id).isEqualTo(FINDINGS);
        assertThat(findings(pipeline, line)).as(id).isEqualTo(FINDINGS);
    }

    /** How many wait to be merged again; none of them shows a part of its findings. */
    private static int unmerged(Http pipeline, List<String> ids) throws IOException {
        var waiting = 0;
        for (var id : ids) {
            var report = pipeline.get("/reports/" + id);
            assertThat(findings(pipeline, report.path("line").asString()))
                    .as("%s", report)
                    .isIn(0, FINDINGS);
            waiting += report.path("state").asString().equals("MERGED") ? 0 : 1;
        }
        return waiting;
    }

    private static int findings(Http pipeline, String line) throws IOException {
        var of = "?application=" + Organisation.APPLICATION + "&line=" + line;
        return pipeline.get("/findings/count" + of).path("total").asInt();
    }

    private static String state(Http pipeline, String id) {
        try {
            return pipeline.get("/reports/" + id).path("state").asString();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static int reports(Http pipeline) throws IOException {
        return pipeline.get("/reports?limit=200&application=" + Organisation.APPLICATION)
                .path("items")
                .size();
    }

    private void assertChainVerifies(Http auditor) throws IOException {
        var id = auditor.post("/ledger/verifications", Map.of()).path("id").asString();
        server.await("the chain is checked", () -> !checked(auditor, id).equals("RUNNING"));
        var ended = auditor.get("/ledger/verifications/" + id);
        assertThat(ended.path("result").path("ok").asBoolean()).as("%s", ended).isTrue();
    }

    private static String checked(Http auditor, String id) {
        try {
            return auditor.get("/ledger/verifications/" + id).path("state").asString();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
