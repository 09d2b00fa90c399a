package dev.touchstone.server.foundation.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.server.ServerTest;
import dev.touchstone.server.scene.Browser;
import dev.touchstone.server.scene.Scene;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class HttpChainsTest {

    @Autowired DataSource database;
    @Autowired Clock clock;
    @LocalServerPort int port;

    private Scene scene;
    private Browser nobody;

    @BeforeEach
    void scene() {
        scene = Scene.on(database);
        nobody = Browser.on(port);
    }

    @Test
    void whoIsNotSignedInIsToldWhatToDo() {
        var answer = nobody.get("/api/v1/applications");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(answer.json().path("type").asString()).isEqualTo("urn:touchstone:not-signed-in");
        assertThat(answer.json().path("detail").asString()).contains("Sign in");
    }

    @Test
    void aSessionOpensWhatItsRolesAllow() {
        var answer = browserOf(Role.DEVELOPER).get("/api/v1/applications");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("items")).hasSize(1);
        assertThat(answer.json().path("items").get(0).path("key").asString()).isEqualTo("MBANK");
    }

    @Test
    void aTokenOpensWhatItsRolesAllow() {
        var answer = tokenBrowser().get("/api/v1/applications");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("items")).hasSize(1);
    }

    @Test
    void aTokenAndASessionAtOnceAreRefused() {
        var answer =
                tokenBrowser()
                        .with("Cookie", SessionCookie.NAME + "=anything")
                        .get("/api/v1/applications");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("type").asString())
                .isEqualTo("urn:touchstone:two-credentials");
    }

    @Test
    void aWrongTokenIsRefusedEvenWhereNobodyMayCome() {
        assertThat(nobody.token("ts_wrong").get("/api/v1/setup").status()).isEqualTo(401);
        assertThat(nobody.with("Authorization", "Basic YTpi").get("/api/v1/applications").status())
                .isEqualTo(401);
    }

    @Test
    void aSessionChangesNothingWithoutItsTokenAgainstForgedRequests() {
        var forged =
                nobody.with("Cookie", SessionCookie.NAME + "=" + secretOf(Role.SYSTEM_ADMIN))
                        .post("/api/v1/departments", Map.of("entityId", 1, "name", "x"));
        var foreign =
                nobody.with("Cookie", SessionCookie.NAME + "=" + secretOf(Role.SYSTEM_ADMIN))
                        .with(
                                SessionCookie.CSRF_HEADER,
                                SessionCookie.csrfToken(secretOf(Role.AUDIT_ADMIN)))
                        .post("/api/v1/departments", Map.of("entityId", 1, "name", "x"));

        assertThat(forged.status()).isEqualTo(403);
        assertThat(forged.json().path("type").asString()).isEqualTo("urn:touchstone:forged");
        assertThat(foreign.status()).isEqualTo(403);
        assertThat(
                        browserOf(Role.SYSTEM_ADMIN)
                                .post(
                                        "/api/v1/departments",
                                        Map.of("entityId", scene.bank(), "name", "x"))
                                .status())
                .isEqualTo(201);
    }

    @Test
    void aRequestFromAnotherSiteIsRefused() {
        assertThat(
                        browserOf(Role.DEVELOPER)
                                .with("Sec-Fetch-Site", "cross-site")
                                .get("/api/v1/applications")
                                .status())
                .isEqualTo(403);
    }

    @Test
    void scriptsComeFromThePlatformAlone() {
        var answer = nobody.get("/api/v1/setup");

        assertThat(answer.header("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self'")
                .contains("frame-ancestors 'none'");
        assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.header("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.header("Server")).isEmpty();
    }

    @Test
    void whatIsNotAnOperationIsClosed() {
        assertThat(nobody.get("/actuator/env").status()).isEqualTo(401);
        assertThat(nobody.get("/actuator/health").status()).isEqualTo(200);
        assertThat(nobody.send("POST", "/", "x", "text/plain").status()).isEqualTo(401);
        assertThat(browserOf(Role.DEVELOPER).get("/api/v1/nothing").status()).isEqualTo(404);
        assertThat(nobody.send("TRACE", "/api/v1/setup", null, "").status())
                .isGreaterThanOrEqualTo(400);
    }

    @Test
    void aMalformedBodyIsRefusedWithItsPlace() {
        var browser = browserOf(Role.SYSTEM_ADMIN);

        var cut = browser.send("POST", "/api/v1/entities", "{\"key\": \n  \"A", "application/json");
        var unknown =
                browser.post("/api/v1/entities", Map.of("key", "AB", "name", "x", "colour", "red"));
        var absent = browser.post("/api/v1/entities", Map.of("key", "AB"));
        var form = browser.send("POST", "/api/v1/entities", "key=AB", "text/plain");

        assertThat(cut.status()).isEqualTo(400);
        assertThat(cut.json().path("faults").get(0).path("place").asString()).startsWith("2:");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.json().path("detail").asString())
                .contains("colour", "key, name")
                .doesNotContain("dev.touchstone");
        assertThat(absent.status()).isEqualTo(422);
        assertThat(absent.json().path("faults").get(0).path("place").asString()).isEqualTo("name");
        assertThat(form.status()).isEqualTo(415);
    }

    @Test
    void aBodyOverTheLimitIsRefused() {
        String large = "{\"key\":\"" + "A".repeat(9_000_000) + "\"}";

        assertThat(
                        browserOf(Role.SYSTEM_ADMIN)
                                .send("POST", "/api/v1/entities", large, "application/json")
                                .status())
                .isEqualTo(413);
    }

    @Test
    void titlesFollowTheLanguageOfTheCaller() {
        assertThat(
                        nobody.with("Accept-Language", "zh-CN")
                                .get("/api/v1/applications")
                                .json()
                                .path("title")
                                .asString())
                .isEqualTo("尚未登录");
    }

    private String secretOf(Role role) {
        return scene.session(scene.caller(role), clock.instant());
    }

    private Browser browserOf(Role role) {
        return nobody.session(secretOf(role));
    }

    private Browser tokenBrowser() {
        return nobody.token(scene.token("MBANK", Role.DEVELOPER, clock.instant()));
    }
}
