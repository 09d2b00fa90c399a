package dev.touchstone.bench;

import dev.touchstone.server.foundation.database.Database;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A legal entity with applications, and a token of a security engineer for all of it. */
final class Organisation {

    static final String TOKEN = "ts_bench-only-" + "0".repeat(20);

    private Organisation() {}

    /** Applications get the keys {@code BENCH} and their id. */
    static void register(BenchPlatform platform, long... applications) {
        var owner = JdbcClient.create(platform.get(Database.class).owner().dataSource());
        long department =
                owner.sql(
                                """
                                with entity as (
                                    insert into access.entity (key, name, created_at)
                                    values ('BENCHCO', 'Bench', :then) returning id),
                                department as (
                                    insert into access.department (entity_id, parent_id, name, path, created_at)
                                    select id, null, 'Bench', '{1}', :then from entity returning id, entity_id),
                                person as (
                                    insert into access.person (entity_id, department_id, kind, login, name, created_at)
                                    select entity_id, id, 'SECURITY_ADMIN', 'bench', 'Bench', :then
                                      from department returning id, entity_id),
                                token as (
                                    insert into access.token (entity_id, name, digest, created_by, created_at, expires_at)
                                    select entity_id, 'bench', :digest, id, now(), now() + interval '1 day'
                                      from person returning id, entity_id),
                                given as (
                                    insert into access.role_grant (token_id, kind, role, scope, entity_id, created_at)
                                    select id, 'BUSINESS', 'SECURITY', 'ENTITY', entity_id, :then from token)
                                select id from department
                                """)
                        .param("then", Timestamp.from(Instant.parse("2026-01-01T00:00:00Z")))
                        .param("digest", sha256(TOKEN))
                        .query(Long.class)
                        .single();
        for (long application : applications) {
            owner.sql(
                            """
                            insert into catalog.application (id, entity_id, department_path, key, name, tier,
                                data_grade, exposure, created_at, changed_at)
                            overriding system value
                            select :id, entity_id, array[id], :key, 'Bench', 1, 1, 'INTERNAL', created_at, created_at
                              from access.department where id = :department
                            """)
                    .param("id", application)
                    .param("key", "BENCH" + application)
                    .param("department", department)
                    .update();
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
