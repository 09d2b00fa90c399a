package dev.touchstone.server.delivery.intake;

import static dev.touchstone.server.delivery.intake.Sender.about;
import static dev.touchstone.server.delivery.intake.Sender.commit;
import static dev.touchstone.server.delivery.intake.Sender.finding;
import static dev.touchstone.server.delivery.intake.Sender.sarif;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.server.ServerTest;
import dev.touchstone.server.foundation.guard.Role;
import dev.touchstone.server.scene.Scene;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class UploadTest {

    @Autowired DataSource database;
    @Autowired Clock clock;
    @LocalServerPort int port;

    private Sender sender;

    @BeforeEach
    void scene() {
        var scene = Scene.on(database);
        sender = new Sender(port, scene.token("MBANK", Role.SECURITY, clock.instant()));
    }

    @Test
    void anUploadIsMergedAndItsFindingsAreListed() {
        var answer =
                sender.send(
                        about("main", commit(1)),
                        sarif(
                                finding("SQL", "src/A.java", 10, "query(a)"),
                                finding("XSS", "src/B.java", 20, "print(b)")));

        assertThat(answer.status()).as("%s", answer.json()).isEqualTo(200);
        assertThat(answer.text("state")).isEqualTo("MERGED");
        assertThat(answer.text("run")).isEqualTo("MBANK-R-1");
        assertThat(answer.count("new")).isEqualTo(2);
        var list = sender.get("/findings?application=MBANK&line=main").json();
        assertThat(list.path("items")).as("%s", list).hasSize(2);
        assertThat(list.path("items").get(0).path("id").asString()).isEqualTo("MBANK-F-2");
        var one = sender.get("/findings/MBANK-F-1").json();
        assertThat(one.path("path").asString()).as("%s", one).isEqualTo("src/A.java");
        assertThat(one.path("identity").path("definition").asString()).isEqualTo("sarif");
        assertThat(sender.get("/runs/MBANK-R-1").json().path("tool").asString()).isEqualTo("Scan");
        assertThat(sender.get("/reports/MBANK-U-1").text("state")).isEqualTo("MERGED");
        assertThat(sender.get("/findings/count?application=MBANK").json().path("total").asInt())
                .isEqualTo(2);
    }

    @Test
    void aRepeatedRequestGivesTheSameReceiptAndAnotherWithItsKeyIsRefused() {
        byte[] file = sarif(finding("SQL", "src/A.java", 10, "query(a)"));
        var first = sender.send(about("main", commit(1)), file, "build-1");
        var again = sender.send(about("main", commit(1)), file, "build-1");
        var other = sender.send(about("main", commit(1)), sarif(), "build-1");
        var elsewhere = sender.send(about("main", commit(2)), file, "build-1");

        assertThat(again.text("id")).isEqualTo(first.text("id"));
        assertThat(other.status()).isEqualTo(409);
        assertThat(elsewhere.status()).isEqualTo(409);
        assertThat(sender.get("/reports?application=MBANK").json().path("items")).hasSize(1);
    }

    @Test
    void aBillOfMaterialsIsKeptAndCounted() {
        var answer =
                sender.send(
                        about("main", commit(1)),
                        """
                        {"bomFormat":"CycloneDX","specVersion":"1.5","version":1,"components":[
                          {"type":"library","name":"a","version":"1","purl":"pkg:maven/g/a@1"},
                          {"type":"library","name":"b","version":"2","purl":"not a purl"}]}
                        """
                                .getBytes(StandardCharsets.UTF_8));

        assertThat(answer.text("state")).as("%s", answer.json()).isEqualTo("MERGED");
        assertThat(answer.json().path("bill").path("components").asInt()).isEqualTo(2);
        assertThat(answer.json().path("bill").path("faults")).hasSize(1);
        assertThat(answer.json().path("runs")).isEmpty();
    }

    @Test
    void twentyUploadsOnOneLineAtOnceAreAllMerged() throws Exception {
        var answers = new ArrayList<Future<Sender.Answer>>();
        try (var builds = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 1; i <= 20; i++) {
                int build = i;
                answers.add(
                        builds.submit(
                                () ->
                                        sender.send(
                                                about("main", commit(build)),
                                                sarif(
                                                        finding("SQL", "A.java", build, "a()"),
                                                        finding(
                                                                "X" + build,
                                                                "B.java",
                                                                1,
                                                                "b()")))));
            }
        }
        var runs = new TreeSet<String>();
        for (var answer : answers) {
            assertThat(answer.get().text("state")).isEqualTo("MERGED");
            runs.add(answer.get().text("run"));
        }
        assertThat(runs).hasSize(20);
        assertThat(sender.get("/findings/count?application=MBANK").json().path("total").asInt())
                .isEqualTo(21);
        assertThat(
                        sender.get(
                                        "/findings?application=MBANK&line=main&status=OPEN&status=REOPENED")
                                .json()
                                .path("items"))
                .hasSize(2);
    }
}
