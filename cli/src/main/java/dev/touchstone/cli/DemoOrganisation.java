package dev.touchstone.cli;

import dev.touchstone.cli.DemoCommand.DemoFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A bank and its leasing company, made through the platform's HTTP interface; made once. */
final class DemoOrganisation {

    static final String BANK = "JHB";
    static final String APPLICATION = "MBANK";
    private static final String LEASING = "JHL";
    private static final int TOKEN_DAYS = 90;

    /** One person with one role in a legal entity, or in a department of it. */
    record Member(
            String entity, String role, String login, String name, @Nullable String department) {}

    private static final List<Member> ADMINISTRATORS =
            List.of(
                    new Member(BANK, "SYSTEM_ADMIN", "hanli", "韩立", null),
                    new Member(BANK, "SECURITY_ADMIN", "shenqing", "沈清", null),
                    new Member(BANK, "AUDIT_ADMIN", "luoyan", "罗砚", null));

    private static final String MOBILE = "手机银行团队";
    private static final Map<String, List<String>> DEPARTMENTS =
            Map.of(
                    BANK, List.of("信息科技部", "信息科技部/" + MOBILE, "信息安全部", "内审部"),
                    LEASING, List.of("科技部"));

    static final List<Member> PEOPLE =
            List.of(
                    new Member(BANK, "SECURITY", "linwei", "林薇", null),
                    new Member(BANK, "CHAMPION", "zhaoming", "赵明", MOBILE),
                    new Member(BANK, "DEVELOPER", "chenyu", "陈宇", MOBILE),
                    new Member(BANK, "RELEASE_MANAGER", "sunli", "孙黎", "信息科技部"),
                    new Member(BANK, "MANAGER", "gaoyuan", "高远", null),
                    new Member(BANK, "AUDITOR", "xujing", "许静", null),
                    new Member(BANK, "ASSESSOR", "tangbo", "唐博", null),
                    new Member(BANK, "VIEWER", "wuxia", "吴霞", "信息科技部"),
                    new Member(LEASING, "SECURITY", "heqiu", "何秋", null),
                    new Member(LEASING, "DEVELOPER", "dingrui", "丁锐", "科技部"));

    private final Terminal terminal;
    private final Path data;
    private final LinkFolder links;
    private final String address;
    private final Map<String, Platform> sessions = new LinkedHashMap<>();

    DemoOrganisation(Terminal terminal, Path data, LinkFolder links, String address) {
        this.terminal = terminal;
        this.data = data;
        this.links = links;
        this.address = address;
    }

    /** Makes what is missing. */
    void make(DemoFiles files, Path policy) throws IOException, InterruptedException {
        var platform = new Platform(address, terminal.texts());
        if (platform.get("/setup").path("open").asBoolean(false)) {
            appoint(platform);
        } else if (isUsable(files.token())) {
            return;
        }
        var entities = entities();
        var departments = departments(entities);
        var people = people(entities, departments);
        grant(entities, departments, people);
        applications(entities, departments, people);
        session("shenqing")
                .put("/gates/policies/jianghai-build", Map.of("yaml", Files.readString(policy)));
        token(files, Objects.requireNonNull(entities.get(BANK)));
    }

    /** The platform's public keys, as an auditor gets them. */
    JsonNode keys() throws IOException, InterruptedException {
        return session("xujing").get("/ledger/keys");
    }

    private void appoint(Platform platform) throws IOException {
        var first = Files.readString(data.resolve("first-link")).strip();
        var appointed =
                platform.post(
                        "/setup",
                        Map.of(
                                "link",
                                secretOf(first),
                                "entity",
                                Map.of("key", BANK, "name", "江海银行"),
                                "administrators",
                                ADMINISTRATORS.stream()
                                        .map(
                                                who ->
                                                        Map.of(
                                                                "role", who.role(),
                                                                "login", who.login(),
                                                                "name", who.name()))
                                        .toList()));
        for (var one : appointed.path("administrators")) {
            sessions.put(
                    one.path("login").asString(""), open(secretOf(one.path("link").asString(""))));
        }
    }

    private Platform session(String login) throws IOException, InterruptedException {
        var open = sessions.get(login);
        if (open == null) {
            open = open(secretOf(links.ask(login)));
            sessions.put(login, open);
        }
        return open;
    }

    private Platform open(String secret) {
        var platform = new Platform(address, terminal.texts());
        platform.with("Cookie", platform.cookie("/session/link", Map.of("link", secret)));
        var csrf = platform.get("/session").path("csrf");
        return platform.with(csrf.path("header").asString(""), csrf.path("token").asString(""));
    }

    private static String secretOf(String link) {
        return link.substring(link.indexOf("#link=") + "#link=".length());
    }

    private Map<String, Long> entities() throws IOException, InterruptedException {
        var admin = session("hanli");
        var known = ids(admin.get("/entities"), "key");
        if (!known.containsKey(LEASING)) {
            var made = admin.post("/entities", Map.of("key", LEASING, "name", "江海金融租赁"));
            known.put(LEASING, made.path("id").asLong());
        }
        return known;
    }

    /** Ids by {@code ENTITY/name}. */
    private Map<String, Long> departments(Map<String, Long> entities)
            throws IOException, InterruptedException {
        var admin = session("hanli");
        var all = new LinkedHashMap<String, Long>();
        for (var entity : DEPARTMENTS.entrySet()) {
            var id = Objects.requireNonNull(entities.get(entity.getKey()));
            var known = ids(admin.get("/departments?entityId=" + id), "name");
            for (var path : entity.getValue()) {
                var name = path.substring(path.lastIndexOf('/') + 1);
                if (!known.containsKey(name)) {
                    var body = new LinkedHashMap<String, Object>();
                    body.put("entityId", id);
                    body.put("name", name);
                    if (path.contains("/")) {
                        body.put("parentId", known.get(path.substring(0, path.lastIndexOf('/'))));
                    }
                    known.put(name, admin.post("/departments", body).path("id").asLong());
                }
                all.put(entity.getKey() + "/" + name, Objects.requireNonNull(known.get(name)));
            }
        }
        return all;
    }

    private Map<String, JsonNode> people(Map<String, Long> entities, Map<String, Long> departments)
            throws IOException, InterruptedException {
        var admin = session("hanli");
        var known = new LinkedHashMap<String, JsonNode>();
        for (var person : admin.get("/people?limit=200").path("items")) {
            known.put(person.path("login").asString(""), person);
        }
        for (var member : PEOPLE) {
            if (!known.containsKey(member.login())) {
                var body = new LinkedHashMap<String, Object>();
                body.put("entityId", entities.get(member.entity()));
                body.put("login", member.login());
                body.put("name", member.name());
                if (member.department() != null) {
                    body.put(
                            "departmentId",
                            departments.get(member.entity() + "/" + member.department()));
                }
                known.put(member.login(), admin.post("/people", body));
            }
        }
        return known;
    }

    private void grant(
            Map<String, Long> entities, Map<String, Long> departments, Map<String, JsonNode> people)
            throws IOException, InterruptedException {
        for (var member : PEOPLE) {
            var person = Objects.requireNonNull(people.get(member.login()));
            if (!person.path("grants").isEmpty()) {
                continue;
            }
            var scope = new LinkedHashMap<String, Object>();
            scope.put("kind", member.department() == null ? "ENTITY" : "DEPARTMENT");
            scope.put("entityId", entities.get(member.entity()));
            if (member.department() != null) {
                scope.put(
                        "departmentId",
                        departments.get(member.entity() + "/" + member.department()));
            }
            session("shenqing")
                    .post(
                            "/people/" + person.path("id").asLong() + "/grants",
                            Map.of("role", member.role(), "scope", scope));
        }
    }

    private void applications(
            Map<String, Long> entities, Map<String, Long> departments, Map<String, JsonNode> people)
            throws IOException, InterruptedException {
        register(
                "linwei",
                APPLICATION,
                "手机银行",
                departments.get(BANK + "/" + MOBILE),
                people.get("chenyu"),
                "INTERNET");
        register(
                "heqiu",
                "LEASE",
                "租赁业务系统",
                departments.get(LEASING + "/科技部"),
                people.get("dingrui"),
                "INTERNAL");
    }

    private void register(
            String by,
            String key,
            String name,
            @Nullable Long department,
            @Nullable JsonNode owner,
            String exposure)
            throws IOException, InterruptedException {
        var session = session(by);
        if (session.find("/applications/" + key) != null) {
            return;
        }
        session.post(
                "/applications",
                Map.of(
                        "key",
                        key,
                        "name",
                        name,
                        "departmentId",
                        Objects.requireNonNull(department),
                        "ownerId",
                        Objects.requireNonNull(owner).path("id").asLong(),
                        "tier",
                        exposure.equals("INTERNET") ? 1 : 3,
                        "dataGrade",
                        exposure.equals("INTERNET") ? 4 : 3,
                        "exposure",
                        exposure));
    }

    /** The pipeline's token: for this application only, in a private file. */
    private void token(DemoFiles files, long bank) throws IOException, InterruptedException {
        var made =
                session("shenqing")
                        .post(
                                "/tokens",
                                Map.of(
                                        "entityId",
                                        bank,
                                        "name",
                                        "流水线 " + APPLICATION,
                                        "roles",
                                        List.of("DEVELOPER"),
                                        "applications",
                                        List.of(APPLICATION),
                                        "expiresAt",
                                        terminal.clock()
                                                .instant()
                                                .plus(TOKEN_DAYS, ChronoUnit.DAYS)
                                                .truncatedTo(ChronoUnit.SECONDS)
                                                .toString()));
        files.writePrivate(files.token(), made.path("token").asString("") + "\n");
    }

    private boolean isUsable(Path token) throws IOException {
        if (!Files.isReadable(token)) {
            return false;
        }
        try {
            return new Platform(address, terminal.texts())
                            .with("Authorization", "Bearer " + Files.readString(token).strip())
                            .find("/applications/" + APPLICATION)
                    != null;
        } catch (Trouble expired) {
            return false;
        }
    }

    private static Map<String, Long> ids(JsonNode page, String name) {
        var ids = new LinkedHashMap<String, Long>();
        for (var item : page.path("items")) {
            ids.put(item.path(name).asString(""), item.path("id").asLong());
        }
        return ids;
    }
}
