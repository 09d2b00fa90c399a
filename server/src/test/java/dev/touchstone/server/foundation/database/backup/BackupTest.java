package dev.touchstone.server.foundation.database.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.server.MovableClock;
import dev.touchstone.server.TestDatabase;
import dev.touchstone.server.foundation.database.Roles;
import dev.touchstone.server.foundation.ledger.LedgerFixture;
import dev.touchstone.server.scene.Scene;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class BackupTest {

    private static final Passphrase PASSPHRASE = Passphrase.of("correct horse battery");

    @TempDir Path folder;

    private static final int ENTRIES = 1_200;
    private static TestDatabase source;

    private final TestDatabase target = TestDatabase.empty();
    private Path keys;

    @BeforeAll
    static void platform() {
        source = TestDatabase.fresh();
        Scene.on(source.dataSource());
        LedgerFixture.write(source, ENTRIES);
    }

    @BeforeEach
    void keys() throws Exception {
        keys = Files.createDirectories(folder.resolve("keys"));
        Files.createDirectories(keys.resolve("public"));
        Files.writeString(keys.resolve("public/" + "a".repeat(64) + ".pem"), "public");
        Files.writeString(keys.resolve("signing.pem"), "private");
    }

    @Test
    void bringsEverythingBack() {
        var restored = restore(new ByteArrayInputStream(backup(false)));

        assertThat(contents(target)).isEqualTo(contents(source));
        assertThat(restored.rows())
                .isEqualTo(contents(source).values().stream().mapToLong(Content::rows).sum());
        assertThat(restored.ledgerSequence())
                .isEqualTo(contents(source).get("ledger.entry").rows());
        assertThat(
                        JdbcClient.create(target.ownerDataSource())
                                .sql(
                                        """
                                        SELECT encode(hash, 'hex') FROM ledger.entry
                                        ORDER BY sequence DESC LIMIT 1
                                        """)
                                .query(String.class)
                                .single())
                .isEqualTo(restored.ledgerHash());
    }

    @Test
    void aThousandRandomEntriesAreEqual() {
        restore(new ByteArrayInputStream(backup(false)));
        var sequences =
                new Random(4711).longs(1, ENTRIES + 1).distinct().limit(1_000).boxed().toList();

        assertThat(entries(target, sequences)).hasSize(1_000).isEqualTo(entries(source, sequences));
    }

    @Test
    void platformGoesOnWhereItStopped() {
        restore(new ByteArrayInputStream(backup(false)));

        LedgerFixture.write(target, 1);

        assertThat(
                        target.jdbc()
                                .sql("SELECT max(sequence) FROM ledger.entry")
                                .query(Long.class)
                                .single())
                .isEqualTo(1_201);
        assertThatThrownBy(() -> target.jdbc().sql("DELETE FROM ledger.entry").update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void showsOneMomentWhileThePlatformGoesOnWriting() {
        var before = contents(source).get("ledger.entry").rows();
        var bytes = new ByteArrayOutputStream();
        var first =
                new java.io.FilterOutputStream(bytes) {
                    private boolean written;

                    @Override
                    public void write(byte[] content, int offset, int length)
                            throws java.io.IOException {
                        super.write(content, offset, length);
                        if (!written) {
                            written = true;
                            LedgerFixture.write(source, 5);
                        }
                    }
                };
        new WriteBackup(source.ownerDataSource(), keys, new MovableClock()).write(first, false);

        assertThat(restore(new ByteArrayInputStream(bytes.toByteArray())).ledgerSequence())
                .isEqualTo(before);
    }

    @Test
    void signingKeyIsInsideOnlyWhenAsked() {
        restore(new ByteArrayInputStream(backup(false)));
        assertThat(folder.resolve("restored/signing.pem")).doesNotExist();
        assertThat(folder.resolve("restored/public/" + "a".repeat(64) + ".pem"))
                .hasContent("public");

        new RestoreBackup(
                        TestDatabase.empty().ownerDataSource(),
                        Roles.APPLICATION,
                        folder.resolve("other"))
                .restore(new ByteArrayInputStream(backup(true)));
        assertThat(folder.resolve("other/signing.pem")).hasContent("private");
    }

    @Test
    void refusesADatabaseInUse() {
        var bytes = backup(false);

        assertThatThrownBy(
                        () ->
                                new RestoreBackup(
                                                source.ownerDataSource(),
                                                Roles.APPLICATION,
                                                folder.resolve("restored"))
                                        .restore(new ByteArrayInputStream(bytes)))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("its ledger holds 12");
        assertThat(contents(source).get("ledger.entry").rows()).isGreaterThanOrEqualTo(ENTRIES);
    }

    @Test
    void refusesADatabaseWithSchemasOfAnotherProgram() {
        var jdbc = JdbcClient.create(target.ownerDataSource());
        jdbc.sql("CREATE SCHEMA access").update();
        jdbc.sql("CREATE TABLE access.card_reader (id int)").update();

        assertThatThrownBy(() -> restore(new ByteArrayInputStream(backup(false))))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("schemas of another program: access");
        assertThat(new Tables(jdbc).exists("access.card_reader")).isTrue();
    }

    @Test
    void isEncryptedAndPrivate() throws Exception {
        var file = archive(PASSPHRASE);

        assertThat(Files.getPosixFilePermissions(file))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(
                        new String(
                                Files.readAllBytes(file),
                                java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("ledger.entry")
                .doesNotContain("begin.json");
        try (var in = Archive.read(file.toString(), PASSPHRASE)) {
            assertThat(restore(in).ledgerSequence()).isGreaterThanOrEqualTo(ENTRIES);
        }
    }

    @Test
    void refusesAnotherPassphraseAndNone() throws Exception {
        var file = archive(PASSPHRASE).toString();

        assertThatThrownBy(() -> Archive.read(file, null))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("is encrypted");
        assertThatThrownBy(
                        () -> {
                            try (var in =
                                    Archive.read(file, Passphrase.of("something quite else"))) {
                                restore(in);
                            }
                        })
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("cannot be decrypted");
    }

    @Test
    void refusesADamagedOrCutArchiveAndLeavesTheDatabaseEmpty() throws Exception {
        var file = archive(PASSPHRASE);
        var whole = Files.readAllBytes(file);
        for (var at : new int[] {10, 20, 40, whole.length / 2, whole.length - 1}) {
            var damaged = whole.clone();
            damaged[at] ^= 1;
            refused(damaged);
        }
        refused(Arrays.copyOf(whole, whole.length - 1));
        refused(Arrays.copyOf(whole, Portions.HEAD + Portions.PLAIN + Portions.TAG));
        refused(Arrays.copyOf(whole, 5));
        assertThat(new Tables(JdbcClient.create(target.ownerDataSource())).exists("ledger.entry"))
                .satisfiesAnyOf(
                        exists -> assertThat(exists).isFalse(),
                        exists -> assertThat(contents(target).get("ledger.entry").rows()).isZero());
    }

    @Test
    void refusesAPlainArchiveThatWasCut() {
        var whole = backup(false);

        assertThatThrownBy(
                        () ->
                                restore(
                                        new ByteArrayInputStream(
                                                Arrays.copyOf(whole, whole.length * 3 / 4))))
                .isInstanceOf(BackupRefused.class);
        assertThatThrownBy(() -> restore(new ByteArrayInputStream(new byte[] {1, 2, 3})))
                .isInstanceOf(BackupRefused.class);
    }

    @Test
    void neverOverwritesAFile() throws Exception {
        var file = archive(PASSPHRASE).toString();

        assertThatThrownBy(() -> Archive.write(file, PASSPHRASE, out -> 0))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("exists");
    }

    private void refused(byte[] content) throws Exception {
        var file = Files.write(folder.resolve("damaged"), content).toString();
        assertThatThrownBy(
                        () -> {
                            try (var in = Archive.read(file, PASSPHRASE)) {
                                restore(in);
                            }
                        })
                .isInstanceOf(BackupRefused.class);
    }

    private Path archive(Passphrase passphrase) throws Exception {
        var file = folder.resolve("backup.tsb");
        Archive.write(
                file.toString(),
                passphrase,
                out ->
                        new WriteBackup(source.ownerDataSource(), keys, new MovableClock())
                                .write(out, false));
        return file;
    }

    private byte[] backup(boolean withSigningKey) {
        var bytes = new ByteArrayOutputStream();
        new WriteBackup(source.ownerDataSource(), keys, new MovableClock())
                .write(bytes, withSigningKey);
        return bytes.toByteArray();
    }

    private RestoreBackup.Restored restore(InputStream in) {
        return new RestoreBackup(
                        target.ownerDataSource(), Roles.APPLICATION, folder.resolve("restored"))
                .restore(in);
    }

    private static List<String> entries(TestDatabase database, List<Long> sequences) {
        return database.jdbc()
                .sql(
                        """
                        SELECT (e, b)::text FROM ledger.entry e JOIN ledger.body b USING (sequence)
                        WHERE sequence = ANY (?) ORDER BY sequence
                        """)
                .param(sequences.toArray(Long[]::new))
                .query(String.class)
                .list();
    }

    private record Content(long rows, String digest) {}

    /** Every row of every table, whatever its order, and every sequence. */
    private static Map<String, Content> contents(TestDatabase database) {
        try (var connection = database.ownerDataSource().getConnection()) {
            return contents(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
        } catch (SQLException cause) {
            throw new IllegalStateException(cause);
        }
    }

    private static Map<String, Content> contents(JdbcClient jdbc) {
        var catalogue = new Tables(jdbc);
        var contents = new TreeMap<String, Content>();
        for (var table : catalogue.inOrder().keySet()) {
            contents.put(
                    table,
                    jdbc.sql(
                                    """
                                    SELECT count(*), md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), ''))
                                    FROM %s t
                                    """
                                            .formatted(table))
                            .query((row, number) -> new Content(row.getLong(1), row.getString(2)))
                            .single());
        }
        catalogue
                .sequences()
                .forEach((name, state) -> contents.put(name, new Content(0, state.toString())));
        return contents;
    }
}
