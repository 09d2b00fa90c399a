package dev.touchstone.server.foundation.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.server.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

class CopyTest {

    private static final TestDatabase DATABASE = TestDatabase.empty();

    private final Copy copy = new Copy(DATABASE.ownerDataSource());
    private final JdbcClient jdbc = JdbcClient.create(DATABASE.ownerDataSource());

    @BeforeEach
    void table() {
        jdbc.sql("DROP TABLE IF EXISTS thing").update();
        jdbc.sql(
                        """
                        CREATE TABLE thing (id bigint PRIMARY KEY, small smallint, part int, name text,
                            raw bytea, sure boolean, at timestamptz, about jsonb, key uuid,
                            words text[], ids bigint[], share float8)
                        """)
                .update();
    }

    @Test
    void storesEveryTypeAsItWasGiven() {
        var at = Instant.parse("1999-12-31T23:59:59.123456Z");
        var key = UUID.randomUUID();
        var count =
                copy.into(
                        "thing",
                        List.of(
                                "id", "small", "part", "name", "raw", "sure", "at", "about", "key",
                                "words", "ids", "share"),
                        rows -> {
                            rows.row()
                                    .int8(1L)
                                    .int2(2)
                                    .int4(3)
                                    .text("转账 \0")
                                    .bytea(new byte[] {0, -1});
                            rows.bool(true).timestamptz(at).jsonb("{\"a\": 1}").uuid(key);
                            rows.textArray(List.of("a", "b")).int8Array(List.of(7L)).float8(0.5);
                            rows.row();
                            rows.int8(2L).none().none().none().none().none().none().none().none();
                            rows.textArray(List.of()).none().none();
                        });

        assertThat(count).isEqualTo(2);
        assertThat(
                        jdbc.sql(
                                        """
                                        SELECT concat_ws('|', id, small, part, name, encode(raw, 'hex'), sure,
                                            at AT TIME ZONE 'UTC', about, key = :key, words, ids, share)
                                        FROM thing WHERE id = 1
                                        """)
                                .param("key", key)
                                .query(String.class)
                                .single())
                .isEqualTo(
                        "1|2|3|转账 \uFFFD|00ff|t|1999-12-31 23:59:59.123456|{\"a\": 1}|t|{a,b}|{7}|0.5");
        assertThat(
                        jdbc.sql("SELECT words = '{}' FROM thing WHERE id = 2")
                                .query(Boolean.class)
                                .single())
                .isTrue();
    }

    @Test
    void growsForAValueLargerThanItsBuffer() {
        var long_ = "x".repeat(300_000);
        copy.into(
                "thing",
                List.of("id", "name"),
                rows -> rows.row().int8(1L).text(long_).row().int8(2L).text("y"));

        assertThat(jdbc.sql("SELECT sum(length(name)) FROM thing").query(Integer.class).single())
                .isEqualTo(300_001);
    }

    @Test
    void refusesARowWithAValueMissing() {
        assertThatThrownBy(
                        () ->
                                copy.into(
                                        "thing",
                                        List.of("id", "name"),
                                        rows -> rows.row().int8(1L).row().int8(2L)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("1 values for 2 columns");
        assertThat(jdbc.sql("SELECT count(*) FROM thing").query(Integer.class).single()).isZero();
    }

    @Test
    void namesAViolatedKey() {
        assertThatThrownBy(
                        () ->
                                copy.into(
                                        "thing",
                                        List.of("id"),
                                        rows -> rows.row().int8(1L).row().int8(1L)))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void carriesATableOutAndIn() {
        copy.into("thing", List.of("id"), rows -> rows.row().int8(1L).row().int8(2L));
        var bytes = new ByteArrayOutputStream();
        assertThat(copy.write("COPY thing TO STDOUT (FORMAT binary)", bytes)).isEqualTo(2);
        jdbc.sql("DELETE FROM thing").update();
        assertThat(
                        copy.read(
                                "COPY thing FROM STDIN (FORMAT binary)",
                                new ByteArrayInputStream(bytes.toByteArray())))
                .isEqualTo(2);
    }
}
