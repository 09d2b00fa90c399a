package dev.touchstone.server.foundation.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.server.ServerTest;
import dev.touchstone.server.foundation.guard.Caller;
import dev.touchstone.server.foundation.guard.Role;
import dev.touchstone.server.scene.Browser;
import dev.touchstone.server.scene.MovableClock;
import dev.touchstone.server.scene.Scene;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
@Import(MovableClock.InPlace.class)
class SignInTest {

    private static final String PASSWORD = "江海银行的好口令 2026";

    @Autowired DataSource database;
    @Autowired JdbcClient jdbc;
    @Autowired MovableClock clock;
    @Autowired AttemptStore attempts;
    @Autowired SessionStore sessions;
    @Autowired Passwords passwords;
    @Autowired PersonStore people;
    @Autowired Links links;
    @Autowired TransactionTemplate transaction;
    @LocalServerPort int port;

    private Scene scene;
    private Browser nobody;
    private Caller developer;
    private String login;

    @BeforeEach
    void somebodyHasAPassword() {
        clock.advance(Duration.ofHours(1));
        scene = Scene.on(database);
        nobody = Browser.on(port);
        developer = scene.caller(Role.DEVELOPER);
        login = people.visible(Caller.PLATFORM, developer.id()).orElseThrow().login();
        sessions.setPassword(developer.id(), passwords.hash(PASSWORD), clock.instant());
    }

    @Test
    void theRightPasswordOpensASession() {
        var answer = signIn(login.toUpperCase(Locale.ROOT), PASSWORD);

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Set-Cookie").orElseThrow())
                .contains("HttpOnly", "SameSite=Strict", "Path=/")
                .doesNotContain("Max-Age");
        var session = nobody.session(answer.sessionSecret()).get("/api/v1/session").json();
        assertThat(session.path("name").asString()).isEqualTo(developer.display());
        assertThat(session.path("entity").path("name").asString()).isEqualTo("江海银行");
        assertThat(session.path("grants").get(0).path("scope").path("department").asString())
                .isEqualTo("电子银行");
        assertThat(session.path("permissions").toString()).contains("FINDING_READ", "SELF");
    }

    @Test
    void aWrongPasswordAndAnUnknownAccountAnswerAlike() {
        var wrong = signIn(login, "not the password 1").json();
        var unknown = signIn("nobody.of.that.name", "not the password 1").json();

        assertThat(wrong.path("status").asInt()).isEqualTo(401);
        assertThat(unknown.path("detail")).isEqualTo(wrong.path("detail"));
        assertThat(unknown.path("title")).isEqualTo(wrong.path("title"));
    }

    @Test
    void fiveFailuresLockTheAccountForAQuarterOfAnHour() {
        for (int failure = 0; failure < 5; failure++) {
            assertThat(signIn(login, "not the password 1").status()).isEqualTo(401);
        }

        assertThat(signIn(login, PASSWORD).status()).isEqualTo(429);
        clock.advance(Duration.ofMinutes(14));
        assertThat(signIn(login, PASSWORD).status()).isEqualTo(429);
        clock.advance(Duration.ofMinutes(2));
        assertThat(signIn(login, PASSWORD).status()).isEqualTo(204);
        assertThat(signIn(login, "not the password 1").status()).isEqualTo(401);
    }

    @Test
    void anAccountThatIsNotThereLocksAlike() {
        String nameless = "nameless." + login;
        for (int failure = 0; failure < 5; failure++) {
            assertThat(signIn(nameless, "not the password 1").status()).isEqualTo(401);
        }

        assertThat(signIn(nameless, "not the password 1").status()).isEqualTo(429);
    }

    @Test
    void anAddressThatGuessesManyAccountsIsLocked() {
        for (int failure = 0; failure < SignIn.TRIES_BY_ADDRESS; failure++) {
            attempts.count(
                    "address 127.0.0.1", SignIn.TRIES_BY_ADDRESS, SignIn.WINDOW, clock.instant());
        }

        assertThat(signIn(login, PASSWORD).status()).isEqualTo(429);
    }

    @Test
    void aSessionEndsAfterThirtyIdleMinutes() {
        String secret = signIn(login, PASSWORD).sessionSecret();
        for (int minute = 0; minute < 50; minute += 25) {
            clock.advance(Duration.ofMinutes(25));
            assertThat(status(secret)).isEqualTo(200);
        }
        clock.advance(Duration.ofMinutes(31));

        assertThat(status(secret)).isEqualTo(401);
    }

    @Test
    void aSessionEndsAfterTwelveHoursHoweverBusy() {
        String secret = signIn(login, PASSWORD).sessionSecret();
        for (int part = 0; part < 35; part++) {
            clock.advance(Duration.ofMinutes(20));
            assertThat(status(secret)).isEqualTo(200);
        }
        clock.advance(Duration.ofMinutes(21));

        assertThat(status(secret)).isEqualTo(401);
    }

    @Test
    void signingOutEndsTheSessionEverywhere() {
        String secret = signIn(login, PASSWORD).sessionSecret();

        var answer = nobody.session(secret).send("DELETE", "/api/v1/session", null, "");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Set-Cookie").orElseThrow()).contains("Max-Age=0");
        assertThat(status(secret)).isEqualTo(401);
    }

    @Test
    void aNewPasswordEndsTheOtherSessions() {
        String other = signIn(login, PASSWORD).sessionSecret();
        String secret = signIn(login, PASSWORD).sessionSecret();

        assertThat(changePassword(secret, "wrong", "a new long password").status()).isEqualTo(422);
        assertThat(changePassword(secret, PASSWORD, "short").status()).isEqualTo(422);
        assertThat(changePassword(secret, PASSWORD, "xx" + login + "xx").status()).isEqualTo(422);
        assertThat(changePassword(secret, PASSWORD, PASSWORD).status()).isEqualTo(422);
        assertThat(changePassword(secret, PASSWORD, "a new long password").status()).isEqualTo(204);

        assertThat(status(secret)).isEqualTo(200);
        assertThat(status(other)).isEqualTo(401);
        assertThat(signIn(login, PASSWORD).status()).isEqualTo(401);
        assertThat(signIn(login, "a new long password").status()).isEqualTo(204);
    }

    @Test
    void aLinkWorksOnceAndSetsAPasswordWithoutTheOldOne() {
        String link = link(developer);

        var first = byLink(link);
        var second = byLink(link);

        assertThat(first.status()).isEqualTo(204);
        assertThat(second.status()).isEqualTo(401);
        assertThat(changePassword(first.sessionSecret(), null, "a new long password").status())
                .isEqualTo(204);
        assertThat(changePassword(first.sessionSecret(), null, "another long password").status())
                .isEqualTo(422);
    }

    @Test
    void aLinkEndsAfterADay() {
        String link = link(developer);
        clock.advance(Duration.ofHours(24));

        assertThat(byLink(link).status()).isEqualTo(401);
    }

    @Test
    void nothingThatOpensADoorIsStored() {
        String secret = signIn(login, PASSWORD).sessionSecret();
        String link = link(developer);

        String stored =
                jdbc.sql(
                                """
                                select string_agg(t::text, ' ') from (
                                    select credential::text as t from access.credential
                                    union all select session::text from access.session
                                    union all select link::text from access.link
                                    union all select attempt::text from access.attempt) as rows
                                """)
                        .query(String.class)
                        .single();
        assertThat(stored).doesNotContain(secret, link, PASSWORD).contains("$argon2id$");
        assertThat(
                        jdbc.sql(
                                        "select coalesce(string_agg(body::text, ' '), '') from ledger.body body")
                                .query(String.class)
                                .single())
                .doesNotContain(secret, link, PASSWORD);
    }

    private Browser.Answer signIn(String login, String password) {
        return nobody.post("/api/v1/session", Map.of("login", login, "password", password));
    }

    private Browser.Answer byLink(String link) {
        return nobody.post("/api/v1/session/link", Map.of("link", link));
    }

    private Browser.Answer changePassword(String secret, String current, String next) {
        var body = new HashMap<String, String>();
        body.put("current", current);
        body.put("next", next);
        return nobody.session(secret)
                .send(
                        "PUT",
                        "/api/v1/session/password",
                        JsonMapper.shared().writeValueAsString(body),
                        "application/json");
    }

    private int status(String secret) {
        return nobody.with("Cookie", "TOUCHSTONE_SESSION=" + secret)
                .get("/api/v1/session")
                .status();
    }

    private String link(Caller person) {
        String link =
                transaction
                        .execute(
                                ignored ->
                                        links.make(
                                                people.visible(Caller.PLATFORM, person.id())
                                                        .orElseThrow()))
                        .link();
        return link.substring(link.indexOf("#link=") + 6);
    }
}
