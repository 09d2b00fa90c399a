package dev.touchstone.server.foundation.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.server.ServerTest;
import dev.touchstone.server.foundation.guard.Role;
import dev.touchstone.server.scene.Browser;
import dev.touchstone.server.scene.Scene;
import dev.touchstone.server.scene.Statements;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class WallsTest {

    @Autowired DataSource database;
    @Autowired Clock clock;
    @LocalServerPort int port;

    private Scene scene;

    @BeforeEach
    void scene() {
        scene = Scene.on(database);
    }

    @Test
    void theOwnApplicationsAreListedAndFoundAndNoOthers() {
        var browser = browserOf(Role.SECURITY);

        assertThat(keys(browser.get("/api/v1/applications"))).containsExactly("MBANK");
        assertThat(keys(browser.get("/api/v1/applications?q=" + "%E9%93%B6%E8%A1%8C")))
                .containsExactly("MBANK");
        assertThat(keys(browser.get("/api/v1/applications?q=WEALTH"))).isEmpty();
        assertThat(keys(browser.get("/api/v1/applications?q=%25"))).isEmpty();
    }

    @Test
    void theOwnEntityWithoutTheRightNamesWhomToAsk() {
        var answer = browserOf(Role.SECURITY).get("/api/v1/applications/UPAY");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().path("whom").get(0).asString()).isEqualTo("pay security");
        assertThat(answer.json().path("detail").asString()).contains("Ask pay security");
    }

    @Test
    void behindTheWallAThingAnswersLikeOneThatNeverWas() {
        var browser = browserOf(Role.SECURITY);
        alike(one -> browser.get("/api/v1/applications/" + one), "WEALTH", "NEVERWAS");
        alike(
                one ->
                        browser.send(
                                "PATCH",
                                "/api/v1/applications/" + one,
                                "{\"tier\":2}",
                                "application/json"),
                "WEALTH",
                "NEVERWAS");
        var system = browserOf(Role.SYSTEM_ADMIN);
        String foreigner = String.valueOf(scene.foreigner(Role.DEVELOPER).id());
        alike(one -> system.get("/api/v1/people/" + one), foreigner, "987654321");
        alike(
                one -> system.post("/api/v1/people/" + one + "/links", Map.of()),
                foreigner,
                "987654321");
        alike(
                one ->
                        system.post(
                                "/api/v1/departments",
                                Map.of("entityId", Long.valueOf(one), "name", "x")),
                String.valueOf(scene.wealth()),
                "987654321");
        var security = browserOf(Role.SECURITY_ADMIN);
        alike(
                one -> security.send("DELETE", "/api/v1/people/" + one + "/grants/1", null, ""),
                foreigner,
                "987654321");
    }

    @Test
    void listsReadNothingOfTheOtherEntity() {
        var browser = browserOf(Role.SYSTEM_ADMIN);

        assertThat(browser.get("/api/v1/entities").json().path("items")).hasSize(1);
        assertThat(browser.get("/api/v1/departments").json().path("items")).hasSize(3);
        assertThat(
                        browser.get("/api/v1/departments?entityId=" + scene.wealth())
                                .json()
                                .path("items"))
                .isEmpty();
        assertThat(browser.get("/api/v1/people?limit=200").json().toString())
                .contains("ebank developer", "pay developer")
                .doesNotContain("wealth");
        assertThat(
                        browser.get("/api/v1/people?q=wealth&entityId=" + scene.wealth())
                                .json()
                                .path("items"))
                .isEmpty();
    }

    @Test
    void aListGoesOnWhereItStopped() {
        var browser = browserOf(Role.SYSTEM_ADMIN);
        var first = browser.get("/api/v1/people?limit=20").json();
        var second =
                browser.get("/api/v1/people?limit=20&cursor=" + first.path("next").asString())
                        .json();

        assertThat(first.path("items")).hasSize(20);
        assertThat(second.path("items")).hasSize(2);
        assertThat(second.has("next")).isFalse();
        assertThat(browser.get("/api/v1/people?cursor=rubbish").status()).isEqualTo(422);
    }

    @Test
    void applicationsAreRegisteredWhereTheRightReachesAndChanged() {
        var browser = browserOf(Role.SECURITY);
        var request =
                Map.of(
                        "key",
                        "OPENBANK",
                        "name",
                        "开放银行网关",
                        "departmentId",
                        scene.eBanking(),
                        "tier",
                        2,
                        "dataGrade",
                        3,
                        "exposure",
                        "INTERNET",
                        "ownerId",
                        scene.caller(Role.MANAGER).id(),
                        "repository",
                        "https://git.example/openbank.git");

        assertThat(browser.post("/api/v1/applications", request).status()).isEqualTo(201);
        assertThat(browser.post("/api/v1/applications", request).status()).isEqualTo(409);
        var changed =
                browser.send(
                                "PATCH",
                                "/api/v1/applications/OPENBANK",
                                "{\"tier\":1}",
                                "application/json")
                        .json();
        assertThat(changed.path("tier").asInt()).isEqualTo(1);
        assertThat(changed.path("owner").path("name").asString()).isEqualTo("ebank manager");
        assertThat(
                        browser.post(
                                        "/api/v1/applications",
                                        with(request, "departmentId", scene.payments()))
                                .status())
                .isEqualTo(403);
        assertThat(
                        browser.post(
                                        "/api/v1/applications",
                                        with(request, "departmentId", scene.funds()))
                                .status())
                .isEqualTo(404);
        assertThat(
                        browser.post(
                                        "/api/v1/applications",
                                        with(request, "repository", "javascript:alert(1)"))
                                .status())
                .isEqualTo(422);
    }

    private static Map<String, Object> with(Map<String, ?> request, String field, Object value) {
        var changed = new java.util.HashMap<String, Object>(request);
        changed.put(field, value);
        changed.put("key", "OTHER");
        return changed;
    }

    private void alike(Function<String, Browser.Answer> ask, String walled, String unknown) {
        ask.apply(unknown);
        var walledAnswer = new Browser.Answer[1];
        var unknownAnswer = new Browser.Answer[1];
        var walledStatements = Statements.during(() -> walledAnswer[0] = ask.apply(walled));
        var unknownStatements = Statements.during(() -> unknownAnswer[0] = ask.apply(unknown));

        assertThat(walledAnswer[0].status()).isEqualTo(404);
        assertThat(withoutRequestId(walledAnswer[0])).isEqualTo(withoutRequestId(unknownAnswer[0]));
        assertThat(walledAnswer[0].response().headers().map().keySet())
                .isEqualTo(unknownAnswer[0].response().headers().map().keySet());
        assertThat(walledStatements).isNotEmpty().isEqualTo(unknownStatements);
    }

    private static String withoutRequestId(Browser.Answer answer) {
        return answer.body().replaceAll("urn:uuid:[0-9a-f-]{36}", "");
    }

    private static java.util.List<String> keys(Browser.Answer answer) {
        return answer.json()
                .path("items")
                .valueStream()
                .map(one -> one.path("key").asString())
                .toList();
    }

    private Browser browserOf(Role role) {
        return Browser.on(port).session(scene.session(scene.caller(role), clock.instant()));
    }
}
