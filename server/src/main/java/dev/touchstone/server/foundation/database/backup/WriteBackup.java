package dev.touchstone.server.foundation.database.backup;

import dev.touchstone.server.foundation.database.Copy;
import dev.touchstone.server.foundation.database.backup.Manifest.Begin;
import dev.touchstone.server.foundation.database.backup.Manifest.FileContent;
import dev.touchstone.server.foundation.database.backup.Manifest.TableContent;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes every table, as of one moment, and the public keys into one archive. The platform may go
 * on working meanwhile.
 */
public final class WriteBackup {

    static final String BEGIN = "begin.json";
    static final String MANIFEST = "manifest.json";
    static final String TABLES = "tables/";
    static final String FILES = "files/";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DataSource owner;
    private final Path keys;
    private final Clock clock;

    /**
     * @param keys folder of the platform's keys
     */
    public WriteBackup(DataSource owner, Path keys, Clock clock) {
        this.owner = owner;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * @param out is closed
     * @return the number of rows
     */
    public long write(OutputStream out, boolean withSigningKey) {
        var transaction = new TransactionTemplate(new JdbcTransactionManager(owner));
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        transaction.setReadOnly(true);
        var rows =
                transaction.execute(
                        status -> {
                            try (var zip = new ZipOutputStream(out)) {
                                zip.setLevel(Deflater.BEST_SPEED);
                                return write(zip, withSigningKey);
                            } catch (IOException cause) {
                                throw new UncheckedIOException(
                                        "The backup cannot be written: " + cause.getMessage(),
                                        cause);
                            }
                        });
        return rows == null ? 0 : rows;
    }

    private long write(ZipOutputStream zip, boolean withSigningKey) throws IOException {
        var jdbc = JdbcClient.create(owner);
        var catalogue = new Tables(jdbc);
        var begin =
                new Begin(
                        Manifest.FORMAT,
                        jdbc.sql("SHOW server_version").query(String.class).single(),
                        clock.instant(),
                        catalogue.migrations());
        member(zip, BEGIN, begin);
        var tables = new ArrayList<TableContent>();
        for (var table : catalogue.inOrder().entrySet()) {
            tables.add(table(zip, table.getKey(), table.getValue()));
        }
        var files = files(zip, withSigningKey);
        var head = LedgerHead.of(jdbc);
        member(
                zip,
                MANIFEST,
                new Manifest(
                        begin,
                        tables,
                        catalogue.sequences(),
                        files,
                        head.sequence(),
                        head.hash(),
                        withSigningKey));
        return tables.stream().mapToLong(TableContent::rows).sum();
    }

    private TableContent table(ZipOutputStream zip, String name, List<String> columns)
            throws IOException {
        zip.putNextEntry(new ZipEntry(TABLES + name));
        var digest = sha256();
        var rows =
                new Copy(owner)
                        .write(
                                "COPY %s (%s) TO STDOUT"
                                        .formatted(name, String.join(", ", columns)),
                                new Kept(zip, digest));
        zip.closeEntry();
        return new TableContent(name, columns, rows, HexFormat.of().formatHex(digest.digest()));
    }

    private List<FileContent> files(ZipOutputStream zip, boolean withSigningKey)
            throws IOException {
        var names = new ArrayList<Path>();
        var publicKeys = keys.resolve("public");
        if (Files.isDirectory(publicKeys)) {
            try (Stream<Path> files = Files.list(publicKeys)) {
                files.sorted().forEach(names::add);
            }
        }
        if (withSigningKey) {
            names.add(keys.resolve("signing.pem"));
        }
        var contents = new ArrayList<FileContent>();
        for (var file : names) {
            var name = "keys/" + keys.relativize(file);
            var content = Files.readAllBytes(file);
            zip.putNextEntry(new ZipEntry(FILES + name));
            zip.write(content);
            zip.closeEntry();
            contents.add(new FileContent(name, HexFormat.of().formatHex(sha256().digest(content))));
        }
        return contents;
    }

    private static void member(ZipOutputStream zip, String name, Object content)
            throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
        zip.closeEntry();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException cause) {
            throw new IllegalStateException(cause);
        }
    }

    /** The driver closes what it copied into; the archive goes on. */
    private static final class Kept extends DigestOutputStream {
        Kept(OutputStream stream, MessageDigest digest) {
            super(stream, digest);
        }

        @Override
        public void close() {
            // The archive is closed by its owner.
        }
    }
}
