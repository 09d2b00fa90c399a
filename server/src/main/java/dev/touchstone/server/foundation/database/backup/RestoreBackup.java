package dev.touchstone.server.foundation.database.backup;

import dev.touchstone.server.foundation.database.Copy;
import dev.touchstone.server.foundation.database.Migrations;
import dev.touchstone.server.foundation.database.backup.Manifest.Begin;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a backup into a database that holds no command yet. All or nothing: rows count only when
 * every number and digest of the manifest, and the ledger's head, are met.
 */
public final class RestoreBackup {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DataSource owner;
    private final String application;
    private final Path keys;

    /**
     * @param application role that will serve
     * @param keys folder of the platform's keys
     */
    public RestoreBackup(DataSource owner, String application, Path keys) {
        this.owner = owner;
        this.application = application;
        this.keys = keys;
    }

    /**
     * @return what was read
     * @throws BackupRefused saying why; the database stays empty
     */
    public Restored restore(InputStream in) {
        try (var zip = new ZipInputStream(in)) {
            requireEmptyDatabase();
            var begin = begin(zip);
            var migrations = new Migrations(owner, application);
            migrations.makeAnew(begin.migrations());
            var manifest =
                    new TransactionTemplate(new JdbcTransactionManager(owner))
                            .execute(status -> load(zip));
            migrations.run();
            if (manifest == null) {
                throw damaged("it has no end", null);
            }
            return new Restored(
                    manifest.tables().stream().mapToLong(Manifest.TableContent::rows).sum(),
                    manifest.ledgerSequence(),
                    manifest.ledgerHash(),
                    begin.takenAt());
        } catch (IOException | UncheckedIOException | DataIntegrityViolationException cause) {
            throw damaged(String.valueOf(cause.getMessage()), cause);
        }
    }

    /** What a restore brought. */
    public record Restored(
            long rows, long ledgerSequence, String ledgerHash, java.time.Instant takenAt) {}

    private void requireEmptyDatabase() {
        var jdbc = JdbcClient.create(owner);
        var foreign = new Tables(jdbc).schemasOfOthers();
        if (!foreign.isEmpty()) {
            throw new BackupRefused(
                    "The database holds schemas of another program: "
                            + String.join(", ", foreign)
                            + ".",
                    "Restore only into an empty database; name another one.");
        }
        if (new Tables(jdbc).exists("ledger.entry") && LedgerHead.of(jdbc).sequence() > 0) {
            throw new BackupRefused(
                    "The database is in use: its ledger holds %d entries."
                            .formatted(LedgerHead.of(jdbc).sequence()),
                    "Restore only into an empty database; name another data folder or another database.");
        }
    }

    private static Begin begin(ZipInputStream zip) throws IOException {
        var first = zip.getNextEntry();
        if (first == null || !first.getName().equals(WriteBackup.BEGIN)) {
            throw damaged("it does not begin as a backup does", null);
        }
        var begin = json(zip, Begin.class);
        if (begin.format() > Manifest.FORMAT) {
            throw new BackupRefused(
                    "The backup was written by a newer platform (format %d)."
                            .formatted(begin.format()),
                    "Restore it with that platform or a newer one.");
        }
        return begin;
    }

    private Manifest load(ZipInputStream zip) {
        try {
            var jdbc = JdbcClient.create(owner);
            var columns = new Tables(jdbc).inOrder();
            jdbc.sql("TRUNCATE " + String.join(", ", columns.keySet())).update();
            columns.keySet()
                    .forEach(
                            table ->
                                    jdbc.sql("ALTER TABLE %s DISABLE TRIGGER USER".formatted(table))
                                            .update());
            var found = new LinkedHashMap<String, Content>();
            Manifest manifest = null;
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(WriteBackup.MANIFEST)) {
                    manifest = json(zip, Manifest.class);
                } else {
                    found.put(entry.getName(), read(zip, entry, columns));
                }
            }
            var whole = requireAll(manifest, found);
            setSequences(jdbc, whole);
            columns.keySet()
                    .forEach(
                            table ->
                                    jdbc.sql("ALTER TABLE %s ENABLE TRIGGER USER".formatted(table))
                                            .update());
            requireHead(jdbc, whole);
            KeyFiles.write(keys, found);
            return whole;
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** What a member held: rows and digest of a table, or the bytes of a file. */
    record Content(long rows, String sha256, byte[] bytes) {}

    private Content read(ZipInputStream zip, ZipEntry entry, Map<String, List<String>> columns)
            throws IOException {
        var name = entry.getName();
        var digest = WriteBackup.sha256();
        var content = new DigestInputStream(new Unclosed(zip), digest);
        if (name.startsWith(WriteBackup.TABLES)) {
            var table = name.substring(WriteBackup.TABLES.length());
            var known = columns.get(table);
            if (known == null) {
                throw damaged("it holds a table that its version does not have: " + table, null);
            }
            var rows =
                    new Copy(owner)
                            .read(
                                    "COPY %s (%s) FROM STDIN"
                                            .formatted(table, String.join(", ", known)),
                                    content);
            return new Content(rows, HexFormat.of().formatHex(digest.digest()), new byte[0]);
        }
        var bytes = content.readNBytes(KeyFiles.LARGEST);
        return new Content(0, HexFormat.of().formatHex(digest.digest()), bytes);
    }

    private static Manifest requireAll(@Nullable Manifest manifest, Map<String, Content> found) {
        if (manifest == null) {
            throw damaged("its manifest is missing", null);
        }
        for (var table : manifest.tables()) {
            var content = found.get(WriteBackup.TABLES + table.name());
            if (content == null
                    || content.rows() != table.rows()
                    || !content.sha256().equals(table.sha256())) {
                throw damaged("table " + table.name() + " is not what the manifest says", null);
            }
        }
        for (var file : manifest.files()) {
            var content = found.get(WriteBackup.FILES + file.name());
            if (content == null || !content.sha256().equals(file.sha256())) {
                throw damaged("file " + file.name() + " is not what the manifest says", null);
            }
        }
        if (found.size() != manifest.tables().size() + manifest.files().size()) {
            throw damaged("it holds members that the manifest does not name", null);
        }
        return manifest;
    }

    private static void setSequences(JdbcClient jdbc, Manifest manifest) {
        manifest.sequences()
                .forEach(
                        (name, state) ->
                                jdbc.sql("SELECT setval(?::regclass, ?, ?)")
                                        .params(name, state.value(), state.called())
                                        .query(Long.class)
                                        .single());
    }

    private static void requireHead(JdbcClient jdbc, Manifest manifest) {
        var head = LedgerHead.of(jdbc);
        if (head.sequence() != manifest.ledgerSequence()
                || !head.hash().equals(manifest.ledgerHash())) {
            throw damaged("its ledger does not end where the manifest says", null);
        }
    }

    private static <T> T json(InputStream in, Class<T> type) throws IOException {
        try {
            return JSON.readValue(new Unclosed(in), type);
        } catch (JacksonException cause) {
            throw damaged("its " + type.getSimpleName() + " is not readable", cause);
        }
    }

    private static BackupRefused damaged(String what, @Nullable Throwable cause) {
        return new BackupRefused(
                "The backup cannot be restored: " + what + ".",
                "Nothing was changed. Fetch the file again from where it is kept, or take an older one.",
                cause);
    }

    /** Readers close what they read; the archive goes on. */
    private static final class Unclosed extends FilterInputStream {
        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // The archive is closed by its owner.
        }
    }
}
