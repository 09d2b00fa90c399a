package dev.touchstone.server.foundation.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of our own: one folder, loopback only, passwords in private files. The folder
 * survives; a server that outlived the platform is adopted.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String SUPERUSER = "postgres";
    private static final Duration PATIENCE = Duration.ofSeconds(100);
    private static final Duration LOOK = Duration.ofMillis(200);

    private final Path folder;
    private final Path cluster;
    private final Programs programs;
    private final List<String> settings;

    private EmbeddedPostgres(Path folder, Binaries binaries, List<String> settings) {
        this.folder = folder;
        this.cluster = folder.resolve("cluster");
        this.programs = new Programs(binaries, folder);
        this.settings = settings;
    }

    /**
     * Makes the folder when it is absent, and starts or adopts its server.
     *
     * @param settings lines for {@code postgresql.conf} that go beyond the fixed ones
     * @throws DatabaseNotStarted saying why and what to do
     */
    public static EmbeddedPostgres start(Path folder, Binaries binaries, List<String> settings) {
        OrdinaryAccount.require();
        var postgres =
                new EmbeddedPostgres(
                        Folders.createPrivate(folder.toAbsolutePath()),
                        binaries,
                        List.copyOf(settings));
        if (postgres.adopt() && !PostmasterFile.runs(postgres.pid(), binaries.folder())) {
            LOG.info("The PostgreSQL server in {} is of another release; replacing it", folder);
            postgres.close();
        }
        if (postgres.adopt()) {
            LOG.info("Adopted the PostgreSQL server that is running in {}", folder);
        } else {
            postgres.makeCluster();
            postgres.requireOurVersion();
            postgres.startServer();
        }
        return postgres;
    }

    /** Reaches the server that another process runs in the folder. */
    static EmbeddedPostgres join(Path folder, Binaries binaries) {
        var postgres = new EmbeddedPostgres(folder.toAbsolutePath(), binaries, List.of());
        if (!postgres.adopt()) {
            throw postgres.notRunning();
        }
        return postgres;
    }

    /** The role that may do everything; for setting up roles and databases, never for serving. */
    public Access superuser() {
        return access(SUPERUSER, "postgres");
    }

    /** A role whose password lies in this folder; the password is made when it is asked for. */
    public Access access(String user, String database) {
        var port = new PostmasterFile(cluster).read().orElseThrow(this::notRunning).port();
        return new Access(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database,
                user,
                Folders.read(passwordFile(user)));
    }

    public Path folder() {
        return folder;
    }

    /**
     * Starts the server again when it died under the running platform; on its old port, because the
     * pool of connections knows that one.
     *
     * @return true when it had died and runs again
     * @throws DatabaseNotStarted when that fails; nothing is lost by trying again
     */
    boolean revive() {
        if (new PostmasterFile(cluster).live().isPresent()) {
            return false;
        }
        programs.start(cluster);
        return true;
    }

    /** Process id of the server. */
    public long pid() {
        return new PostmasterFile(cluster).read().orElseThrow(this::notRunning).pid();
    }

    @Override
    public void close() {
        programs.stop(cluster);
    }

    /** True when the server of this folder was left running; waits while it recovers. */
    private boolean adopt() {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var running = new PostmasterFile(cluster).live();
            if (running.isEmpty()) {
                return false;
            }
            if (answers()) {
                return true;
            }
            if (System.nanoTime() > deadline) {
                throw new DatabaseNotStarted(
                        "A PostgreSQL server (process %d) holds %s but does not answer."
                                .formatted(running.get().pid(), folder),
                        "Look into "
                                + folder.resolve("postgres.log")
                                + ", end that process, start again.");
            }
            pause();
        }
    }

    private boolean answers() {
        try (var connection = superuser().dataSource().getConnection()) {
            return connection.isValid(5);
        } catch (SQLException notYet) {
            if ("28P01".equals(notYet.getSQLState())) {
                throw new DatabaseNotStarted(
                        "The server that runs in " + folder + " does not know the password in it.",
                        "Was a password file copied from elsewhere? Put the right one back.",
                        notYet);
            }
            LOG.debug("No answer from the server in {}", folder, notYet);
            return false;
        }
    }

    /** Made aside and moved: a start that is killed meanwhile leaves nothing half made. */
    private void makeCluster() {
        if (Files.exists(cluster)) {
            return;
        }
        var fresh = folder.resolve("cluster.new");
        try {
            Folders.delete(fresh);
            programs.initdb(fresh, SUPERUSER, passwordFile(SUPERUSER));
            Files.move(fresh, cluster);
        } catch (IOException cause) {
            throw new DatabaseNotStarted(
                    "The folder " + cluster + " cannot be made: " + cause.getMessage(),
                    "The folder must belong to the account that runs the platform.",
                    cause);
        }
    }

    private void requireOurVersion() {
        var ours = programs.version();
        var theirs = Integer.parseInt(Folders.read(cluster.resolve("PG_VERSION")));
        if (theirs > ours) {
            throw new DatabaseNotStarted(
                    "The data in %s was written by PostgreSQL %d; this platform brings %d, which cannot read it."
                            .formatted(folder, theirs, ours),
                    "Start the newer platform that wrote it. Nothing was changed.");
        }
        if (theirs < ours) {
            throw new DatabaseNotStarted(
                    "The data in %s was written by PostgreSQL %d; this platform brings %d."
                            .formatted(folder, theirs, ours),
                    "Make a backup with the older platform (touchstone backup), move the folder away,"
                            + " and restore the backup with this one (touchstone restore). Nothing was changed.");
        }
    }

    /**
     * The port may be taken between choosing and listening; backends of a killed server may linger.
     */
    private void startServer() {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var port = freePort();
            writeSettings(port);
            try {
                programs.start(cluster);
                Folders.writePrivate(folder.resolve("port"), Integer.toString(port));
                return;
            } catch (DatabaseNotStarted failed) {
                var passes =
                        failed instanceof Programs.PortTaken
                                || failed.remedy().contains("pre-existing shared memory");
                if (!passes || System.nanoTime() > deadline) {
                    throw failed;
                }
                pause();
            }
        }
    }

    private void writeSettings(int port) {
        var lines = new ArrayList<String>();
        lines.add("# written by the platform at every start");
        lines.add("listen_addresses = '127.0.0.1'");
        lines.add("port = " + port);
        lines.add("unix_socket_directories = ''");
        lines.add("password_encryption = 'scram-sha-256'");
        lines.add("ssl = off");
        lines.add("timezone = 'UTC'");
        lines.add("log_timezone = 'UTC'");
        lines.addAll(settings);
        try {
            Files.write(cluster.resolve("postgresql.auto.conf"), lines);
        } catch (IOException cause) {
            throw new DatabaseNotStarted(
                    "Settings cannot be written to " + cluster + ": " + cause.getMessage(),
                    "Is the disk full? The folder must belong to the account that runs the platform.",
                    cause);
        }
    }

    private Path passwordFile(String user) {
        var file = folder.resolve(user + ".password");
        if (!Files.exists(file)) {
            Folders.writePrivate(file, randomPassword());
        }
        return file;
    }

    private int freePort() {
        var file = folder.resolve("port");
        return Optional.of(file)
                .filter(Files::exists)
                .map(Folders::read)
                .map(Integer::valueOf)
                .filter(EmbeddedPostgres::isFree)
                .orElseGet(EmbeddedPostgres::anyFreePort);
    }

    private static int anyFreePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException cause) {
            throw new DatabaseNotStarted(
                    "No port is free on 127.0.0.1.", "End programs that listen there.", cause);
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private DatabaseNotStarted notRunning() {
        return new DatabaseNotStarted(
                "The server of " + folder + " is not running.", "Start the platform again.");
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new DatabaseNotStarted("The start was interrupted.", "Start again.", cause);
        }
    }

    private static String randomPassword() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
