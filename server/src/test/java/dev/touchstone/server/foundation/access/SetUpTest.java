package dev.touchstone.server.foundation.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.server.ServerTest;
import dev.touchstone.server.scene.Browser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

@ServerTest
@DirtiesContext
@TestPropertySource(properties = "touchstone.url=https://touchstone.example/")
class SetUpTest {

    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;

    @Value("${touchstone.data}")
    Path data;

    @Test
    void theFirstLinkAppointsThreeDifferentPeopleOnceAndCloses() throws Exception {
        Path file = data.resolve("first-link");
        String line = Files.readString(file).strip();
        String link = line.substring(line.indexOf("#link=") + 6);
        Browser nobody = Browser.on(port);

        assertThat(line).startsWith("https://touchstone.example/set-up#link=");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(nobody.get("/api/v1/setup").json().path("open").asBoolean()).isTrue();
        assertThat(nobody.post("/api/v1/setup", request("guess", "hanli")).status()).isEqualTo(404);
        assertThat(nobody.post("/api/v1/setup", request(link, "shenyf")).status()).isEqualTo(422);

        List<Integer> statuses = new ArrayList<>();
        List<String> links = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<Browser.Answer> appoint =
                    () -> nobody.post("/api/v1/setup", request(link, "hanli"));
            for (var answer : threads.invokeAll(Collections.nCopies(8, appoint))) {
                statuses.add(answer.get().status());
                answer.get()
                        .json()
                        .path("administrators")
                        .forEach(one -> links.add(one.path("link").asString()));
            }
        }

        assertThat(statuses)
                .containsOnlyOnce(201)
                .allMatch(status -> status == 201 || status == 404);
        assertThat(links).hasSize(3).allMatch(one -> one.contains("/sign-in#link="));
        assertThat(nobody.get("/api/v1/setup").json().path("open").asBoolean()).isFalse();
        assertThat(file).doesNotExist();
        assertThat(jdbc.sql("select count(*) from access.person").query(Integer.class).single())
                .isEqualTo(3);
        assertThat(jdbc.sql("select command from ledger.entry").query(String.class).list())
                .containsExactly("AppointAdministrators");

        String own = links.getFirst().substring(links.getFirst().indexOf("#link=") + 6);
        var session = nobody.post("/api/v1/session/link", Map.of("link", own));
        assertThat(session.status()).isEqualTo(204);
        assertThat(
                        nobody.session(session.sessionSecret())
                                .post("/api/v1/entities", Map.of("key", "JHW", "name", "江海理财"))
                                .status())
                .isEqualTo(201);
    }

    private static Map<String, Object> request(String link, String firstLogin) {
        return Map.of(
                "link",
                link,
                "entity",
                Map.of("key", "JHB", "name", "江海银行"),
                "administrators",
                List.of(
                        Map.of("role", "SYSTEM_ADMIN", "login", firstLogin, "name", "韩立"),
                        Map.of("role", "SECURITY_ADMIN", "login", "shenyf", "name", "沈一凡"),
                        Map.of("role", "AUDIT_ADMIN", "login", "wujy", "name", "吴静怡")));
    }
}
