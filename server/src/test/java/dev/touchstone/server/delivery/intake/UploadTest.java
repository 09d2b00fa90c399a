package dev.touchstone.server.delivery.intake;

import static dev.touchstone.server.delivery.intake.Sender.about;
import static dev.touchstone.server.delivery.intake.Sender.commit;
import static dev.touchstone.server.delivery.intake.Sender.finding;
import static dev.touchstone.server.delivery.intake.Sender.sarif;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.server.ServerTest;
import dev.touchstone.server.foundation.guard.Role;
import dev.touchstone.server.scene.Scene;
import java.time.Clock;
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
}
