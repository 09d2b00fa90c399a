package dev.touchstone.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** A small bank, made through HTTP as people make it: three administrators, one application. */
record Organisation(String address, String token, Http auditor, Http securityAdmin) {

    static final String APPLICATION = "MBANK";
    private static final List<String> LISTS =
            List.of("/applications", "/reports", "/runs", "/findings", "/gates/decisions");
    static final String COMMIT = "8c1f4e2a".repeat(5);

    static Organisation make(Server server) throws IOException {
        var address = server.address();
        var administrators = appoint(server);
        var system = administrator(administrators, "SYSTEM_ADMIN", address);
        var security = administrator(administrators, "SECURITY_ADMIN", address);
        var audit = administrator(administrators, "AUDIT_ADMIN", address);
        long bank = system.get("/entities").path("items").get(0).path("id").asLong();
        long department =
                system.post("/departments", Map.of("entityId", bank, "name", "手机银行团队"))
                        .path("id")
                        .asLong();
        long engineer =
                system.post("/people", Map.of("entityId", bank, "login", "linwei", "name", "林薇"))
                        .path("id")
                        .asLong();
        security.post(
                "/people/" + engineer + "/grants",
                Map.of("role", "SECURITY", "scope", Map.of("kind", "ENTITY", "entityId", bank)));
        var link = system.post("/people/" + engineer + "/links", Map.of()).path("link").asString();
        Http.session(address, link).post("/applications", application(department));
        return new Organisation(address, token(security, bank), audit, security);
    }

    /** What a pipeline of the application uses. */
    Http pipeline() {
        return Http.token(address, token);
    }

    /** The same people and pipeline at a platform that was restored. */
    Organisation at(String other) {
        return new Organisation(other, token, auditor.at(other), securityAdmin.at(other));
    }

    /** How many of each thing the pipeline can list. */
    Map<String, Integer> counts() {
        var counts = new TreeMap<String, Integer>();
        try {
            for (var list : LISTS) {
                counts.put(list, pipeline().get(list + "?limit=200").path("items").size());
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        return counts;
    }

    private static Map<String, Object> application(long department) {
        var about = new LinkedHashMap<String, Object>();
        about.put("key", APPLICATION);
        about.put("name", "手机银行");
        about.put("departmentId", department);
        about.put("tier", 1);
        about.put("dataGrade", 4);
        about.put("exposure", "INTERNET");
        return about;
    }

    private static JsonNode appoint(Server server) throws IOException {
        var first = Files.readString(server.data().resolve("first-link")).strip();
        return Http.nobody(server.address())
                .post(
                        "/setup",
                        Map.of(
                                "link",
                                first.substring(first.indexOf("#link=") + "#link=".length()),
                                "entity",
                                Map.of("key", "JHB", "name", "江海银行"),
                                "administrators",
                                List.of(
                                        person("SYSTEM_ADMIN", "hanli", "韩立"),
                                        person("SECURITY_ADMIN", "shenqing", "沈清"),
                                        person("AUDIT_ADMIN", "luoyan", "罗砚"))))
                .path("administrators");
    }

    private static Map<String, String> person(String role, String login, String name) {
        return Map.of("role", role, "login", login, "name", name);
    }

    private static Http administrator(JsonNode appointed, String role, String address)
            throws IOException {
        for (var one : appointed) {
            if (one.path("role").asString().equals(role)) {
                return Http.session(address, one.path("link").asString());
            }
        }
        throw new IllegalStateException("nobody was appointed as " + role);
    }

    private static String token(Http security, long bank) throws IOException {
        var made =
                security.post(
                        "/tokens",
                        Map.of(
                                "entityId",
                                bank,
                                "name",
                                "pipeline",
                                "roles",
                                List.of("DEVELOPER"),
                                "applications",
                                List.of(APPLICATION),
                                "expiresAt",
                                Instant.now()
                                        .plus(30, ChronoUnit.DAYS)
                                        .truncatedTo(ChronoUnit.SECONDS)
                                        .toString()));
        return Objects.requireNonNull(made.path("token").asString());
    }
}
