package dev.touchstone.server.scene;

import dev.touchstone.server.foundation.catalog.Application;
import dev.touchstone.server.foundation.catalog.Application.Exposure;
import dev.touchstone.server.foundation.catalog.ApplicationsFixture;
import dev.touchstone.server.foundation.guard.Caller;
import dev.touchstone.server.foundation.guard.Callers;
import dev.touchstone.server.foundation.guard.Grant;
import dev.touchstone.server.foundation.guard.Permission;
import dev.touchstone.server.foundation.guard.Role;
import dev.touchstone.server.foundation.guard.Scope;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A small organisation to test in: two legal entities with a wall between them, departments, people
 * of each role, three applications.
 *
 * <pre>
 * JHB 江海银行 ─ 渠道 ─ 电子银行   MBANK   one person of each role: {@link #caller}
 *             └ 支付             UPAY    one person of each role: {@link #neighbour}
 * JHW 江海理财 ─ 理财             WEALTH  one person of each role: {@link #foreigner}
 * </pre>
 *
 * <p>Business roles are held for the department, administrators' roles for the legal entity.
 */
public final class Scene {

    private static final Instant THEN = Instant.parse("2026-01-05T01:00:00Z");

    private final String suffix =
            UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);
    private final JdbcClient jdbc;
    private final DataSource database;
    private final long bank;
    private final long wealth;
    private final long channels;
    private final long eBanking;
    private final long payments;
    private final long funds;
    private final Map<Role, Caller> callers;
    private final Map<Role, Caller> neighbours;
    private final Map<Role, Caller> foreigners;

    private Scene(DataSource database) {
        this.database = database;
        this.jdbc = JdbcClient.create(database);
        this.bank = entity("JHB" + suffix, "江海银行");
        this.wealth = entity("JHW" + suffix, "江海理财");
        this.channels = department(bank, List.of(), "渠道");
        this.eBanking = department(bank, List.of(channels), "电子银行");
        this.payments = department(bank, List.of(), "支付");
        this.funds = department(wealth, List.of(), "理财");
        this.callers = onePersonOfEachRole("ebank", bank, eBanking);
        this.neighbours = onePersonOfEachRole("pay", bank, payments);
        this.foreigners = onePersonOfEachRole("wealth", wealth, funds);
        application(bank, List.of(channels, eBanking), "MBANK", "手机银行");
        application(bank, List.of(payments), "UPAY", "统一支付");
        application(wealth, List.of(funds), "WEALTH", "理财销售");
    }

    /**
     * Sets the scene in a migrated database; several scenes can stand in one, each with legal
     * entities of its own.
     */
    public static Scene on(DataSource database) {
        return new Scene(database);
    }

    /** Does the work in the name of the caller. */
    public static <T> T as(Caller caller, Supplier<T> work) {
        return Callers.as(caller, work);
    }

    /** Does the work in the name of the caller. */
    public static void as(Caller caller, Runnable work) {
        Callers.as(
                caller,
                () -> {
                    work.run();
                    return true;
                });
    }

    /** Who holds the role for 电子银行 (administrators: for 江海银行), where MBANK lies. */
    public Caller caller(Role role) {
        return callers.get(role);
    }

    /** Who holds the role for 支付, another department of the same legal entity. */
    public Caller neighbour(Role role) {
        return neighbours.get(role);
    }

    /** Who holds the role for 理财 in the other legal entity. */
    public Caller foreigner(Role role) {
        return foreigners.get(role);
    }

    /** MBANK, UPAY or WEALTH. */
    public Application application(String key) {
        return as(
                        Caller.PLATFORM,
                        () -> ApplicationsFixture.on(database).reachable(Permission.SELF))
                .stream()
                .filter(application -> application.key().equals(key))
                .filter(application -> List.of(bank, wealth).contains(application.entityId()))
                .findFirst()
                .orElseThrow();
    }

    public long bank() {
        return bank;
    }

    public long wealth() {
        return wealth;
    }

    public long channels() {
        return channels;
    }

    public long eBanking() {
        return eBanking;
    }

    public long payments() {
        return payments;
    }

    public long funds() {
        return funds;
    }

    /** A session of this person; the value of the cookie TOUCHSTONE_SESSION. */
    public String session(Caller person, Instant at) {
        String secret = "session-of-" + person.id();
        jdbc.sql(
                        """
                        insert into access.session (digest, person_id, by_link, started_at, seen_at)
                        values (:digest, :person, false, :at, :at)
                        on conflict (digest) do update set started_at = :at, seen_at = :at
                        """)
                .param("digest", sha256(secret))
                .param("person", person.id())
                .param("at", Timestamp.from(at))
                .update();
        return secret;
    }

    /** A token with the role for one application, made at that time, good for a day. */
    public String token(String applicationKey, Role role, Instant at) {
        Application application = application(applicationKey);
        String secret = "ts_" + applicationKey + "-" + role + "-" + UUID.randomUUID();
        long token =
                jdbc.sql(
                                """
                                insert into access.token (entity_id, name, digest, created_by, created_at, expires_at)
                                values (:entity, :name, :digest, :by, :at, cast(:at as timestamptz) + interval '1 day')
                                returning id
                                """)
                        .param("entity", application.entityId())
                        .param("name", "ci-" + applicationKey)
                        .param("digest", sha256(secret))
                        .param("by", caller(Role.SECURITY_ADMIN).id())
                        .param("at", Timestamp.from(at))
                        .query(Long.class)
                        .single();
        jdbc.sql(
                        """
                        insert into access.role_grant (token_id, kind, role, scope, entity_id, application_id, created_at)
                        values (:token, 'BUSINESS', :role, 'APPLICATION', :entity, :application, :at)
                        """)
                .param("token", token)
                .param("role", role.name())
                .param("entity", application.entityId())
                .param("application", application.id())
                .param("at", Timestamp.from(at))
                .update();
        return secret;
    }

    private long entity(String key, String name) {
        return jdbc.sql(
                        """
                        insert into access.entity (key, name, created_at)
                        values (:key, :name, :at) returning id
                        """)
                .param("key", key)
                .param("name", name)
                .param("at", Timestamp.from(THEN))
                .query(Long.class)
                .single();
    }

    private long department(long entity, List<Long> above, String name) {
        return jdbc.sql(
                        """
                        with next as (select nextval(pg_get_serial_sequence('access.department', 'id')) as id)
                        insert into access.department (id, entity_id, parent_id, name, path, created_at)
                        overriding system value
                        select id, :entity, :parent, :name, :above || id, :at from next
                        returning id
                        """)
                .param("entity", entity)
                .param("parent", above.isEmpty() ? null : above.getLast(), Types.BIGINT)
                .param("name", name)
                .param("above", above.toArray(Long[]::new))
                .param("at", Timestamp.from(THEN))
                .query(Long.class)
                .single();
    }

    private Map<Role, Caller> onePersonOfEachRole(String place, long entity, long department) {
        var people = new EnumMap<Role, Caller>(Role.class);
        for (Role role : Role.values()) {
            String name = place + " " + role.name().toLowerCase(Locale.ROOT);
            String kind = role.isAdministrator() ? role.name() : "BUSINESS";
            long person =
                    jdbc.sql(
                                    """
                                    insert into access.person (entity_id, department_id, kind, login, name, created_at)
                                    values (:entity, :department, :kind, :login, :name, :at) returning id
                                    """)
                            .param("entity", entity)
                            .param("department", department)
                            .param("kind", kind)
                            .param(
                                    "login",
                                    (name + "." + suffix)
                                            .replace(' ', '.')
                                            .toLowerCase(Locale.ROOT))
                            .param("name", name)
                            .param("at", Timestamp.from(THEN))
                            .query(Long.class)
                            .single();
            Scope scope =
                    role.isAdministrator()
                            ? new Scope.OfEntity(entity)
                            : new Scope.OfDepartment(entity, department);
            jdbc.sql(
                            """
                            insert into access.role_grant (person_id, kind, role, scope, entity_id, department_id, created_at)
                            values (:person, :kind, :role, :scope, :entity, :department, :at)
                            """)
                    .param("person", person)
                    .param("kind", kind)
                    .param("role", role.name())
                    .param("scope", role.isAdministrator() ? "ENTITY" : "DEPARTMENT")
                    .param("entity", entity)
                    .param("department", role.isAdministrator() ? null : department, Types.BIGINT)
                    .param("at", Timestamp.from(THEN))
                    .update();
            var grants = new ArrayList<Grant>();
            grants.add(new Grant(role, scope));
            people.put(role, new Caller(Caller.Kind.PERSON, person, name, entity, grants));
        }
        return people;
    }

    private void application(long entity, List<Long> path, String key, String name) {
        jdbc.sql(
                        """
                        insert into catalog.application (entity_id, department_path, key, name, tier, data_grade,
                                                         exposure, created_at, changed_at)
                        values (:entity, :path, :key, :name, 1, 4, :exposure, :at, :at)
                        """)
                .param("entity", entity)
                .param("path", path.toArray(Long[]::new))
                .param("key", key)
                .param("name", name)
                .param("exposure", Exposure.INTERNET.name())
                .param("at", Timestamp.from(THEN))
                .update();
    }

    private static byte[] sha256(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(secret.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
