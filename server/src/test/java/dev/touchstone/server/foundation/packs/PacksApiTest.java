package dev.touchstone.server.foundation.packs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.server.ServerTest;
import dev.touchstone.server.foundation.guard.Caller;
import dev.touchstone.server.foundation.guard.Role;
import dev.touchstone.server.scene.Browser;
import dev.touchstone.server.scene.Scene;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
class PacksApiTest {

    private static final String PACK =
            """
            id: bank-measured
            version: "1"
            title: {zh: 本行实测, en: Measured here}
            licence: internal
            precision: precision.yml
            """;
    private static final String PRECISION =
            "measured: [{corpus: here, tool: T, rule: R, truePositives: 30, judgements: 31}]";

    @Autowired DataSource database;
    @Autowired Clock clock;
    @LocalServerPort int port;

    private Scene scene;

    @BeforeEach
    void scene() {
        scene = Scene.on(database);
    }

    @Test
    void anOrganisationsOwnPackStandsBesideTheShippedOneAndBehindTheWall() {
        var answer = install(Map.of("pack.yml", PACK, "precision.yml", PRECISION));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("measuredRules").asInt()).isEqualTo(1);
        assertThat(ids(scene.caller(Role.DEVELOPER)))
                .contains("bank-measured", "touchstone-default");
        assertThat(ids(scene.foreigner(Role.DEVELOPER)))
                .doesNotContain("bank-measured")
                .contains("touchstone-default");
    }

    @Test
    void aRuleOfAShippedScannerSaysWhyItMattersAndHowToMendIt() {
        var browser = browser(scene.caller(Role.DEVELOPER));
        var answer = browser.get("/api/v1/packs/rules/JDBC-001");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("why").path("zh").asString()).isNotBlank();
        assertThat(browser.get("/api/v1/packs/rules/OTHER-1").status()).isEqualTo(404);
    }

    @Test
    void aPackThatCannotBeReadIsRefusedWithFileLineAndColumn() {
        var answer = install(Map.of("pack.yml", PACK, "precision.yml", "measured: [{tool: T}]"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("faults").get(0).path("place").asString())
                .isEqualTo("precision.yml:1:12");
    }

    private Browser.Answer install(Map<String, String> files) {
        return browser(scene.caller(Role.SECURITY_ADMIN))
                .send(
                        "PUT",
                        "/api/v1/packs/bank-measured",
                        JsonMapper.builder().build().writeValueAsString(Map.of("files", files)),
                        "application/json");
    }

    private String ids(Caller caller) {
        return browser(caller).get("/api/v1/packs").body();
    }

    private Browser browser(Caller caller) {
        return Browser.on(port).session(scene.session(caller, clock.instant()));
    }
}
