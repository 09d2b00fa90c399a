package dev.touchstone.server.foundation.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of our own: one folder, loopback only, passwords in private files. The folder
 * survives; a server that outlived the platform is adopted.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String SUPERUSER = "postgres";

    private final Path folder;
    private final Path cluster;
    private final Binaries binaries;
    private final List<String> settings;

    private EmbeddedPostgres(Path folder, Binaries binaries, List<String> settings) {
        this.folder = folder;
        this.cluster = folder.resolve("cluster");
        this.binaries = binaries;
        this.settings = settings;
    }

    /**
     * Makes the folder when it is absent, and starts or adopts its server.
     *
     * @param settings lines for {@code postgresql.conf} that go beyond the fixed ones
     * @throws DatabaseNotStarted saying why and what to do
     */
    public static EmbeddedPostgres start(Path folder, Binaries binaries, List<String> settings) {
        refuseUid0();
        var postgres =
                new EmbeddedPostgres(
                        Folders.createPrivate(folder), binaries, List.copyOf(settings));
        if (!postgres.running()) {
            postgres.makeCluster();
            postgres.startServer();
        } else {
            LOG.info("Adopted the PostgreSQL server that is running in {}", folder);
        }
        return postgres;
    }

    /** The role that may do everything; for setting up roles and databases, never for serving. */
    public Access superuser() {
        return access(SUPERUSER, "postgres");
    }

    /** A role whose password lies in this folder; the password is made when it is asked for. */
    public Access access(String user, String database) {
        var file = folder.resolve(user + ".password");
        if (!Files.exists(file)) {
            Folders.writePrivate(file, randomPassword());
        }
        return new Access(
                "jdbc:postgresql://127.0.0.1:" + port() + "/" + database, user, Folders.read(file));
    }

    public Path folder() {
        return folder;
    }

    /** Process id of the server. */
    public long pid() {
        return Long.parseLong(pidFileLine(0));
    }

    @Override
    public void close() {
        run(List.of(program("pg_ctl"), "stop", "-D", cluster.toString(), "-m", "fast", "-w"));
    }

    private static void refuseUid0() {
        try {
            if (Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0)) {
                throw new DatabaseNotStarted(
                        "PostgreSQL is not started by root.",
                        "Start the platform with ./touchstone server, which steps down to the"
                                + " account touchstone, or from an ordinary account.");
            }
        } catch (IOException | UnsupportedOperationException noProc) {
            LOG.debug("No /proc to ask for the account", noProc);
        }
    }

    private void makeCluster() {
        if (Files.exists(cluster.resolve("PG_VERSION"))) {
            return;
        }
        access(SUPERUSER, "postgres", 0);
        run(
                List.of(
                        program("initdb"),
                        "-D",
                        cluster.toString(),
                        "-U",
                        SUPERUSER,
                        "--pwfile=" + folder.resolve(SUPERUSER + ".password"),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C.UTF-8",
                        "--no-instructions"));
    }

    private void startServer() {
        var port = freePort();
        var lines = new ArrayList<String>();
        lines.add("listen_addresses = '127.0.0.1'");
        lines.add("port = " + port);
        lines.add("unix_socket_directories = ''");
        lines.add("password_encryption = 'scram-sha-256'");
        lines.add("ssl = off");
        lines.addAll(settings);
        try {
            Files.write(cluster.resolve("postgresql.auto.conf"), lines);
        } catch (IOException cause) {
            throw new DatabaseNotStarted("Its settings cannot be written: " + cause, "", cause);
        }
        run(
                List.of(
                        program("pg_ctl"),
                        "start",
                        "-D",
                        cluster.toString(),
                        "-w",
                        "-t",
                        "60",
                        "-l",
                        folder.resolve("postgres.log").toString()));
        Folders.writePrivate(folder.resolve("port"), Integer.toString(port));
    }

    private boolean running() {
        if (!Files.exists(cluster.resolve("postmaster.pid"))) {
            return false;
        }
        try (var connection = superuser().dataSource().getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery("SHOW data_directory")) {
            return result.next()
                    && Files.isSameFile(Path.of(result.getString(1)), cluster.toAbsolutePath());
        } catch (SQLException | IOException notRunning) {
            LOG.debug("No live server in {}", folder, notRunning);
            return false;
        }
    }

    private Access access(String user, String database, int port) {
        Folders.writePrivate(folder.resolve(user + ".password"), randomPassword());
        return new Access("jdbc:postgresql://127.0.0.1:" + port + "/" + database, user, "");
    }

    private int port() {
        return Integer.parseInt(pidFileLine(3));
    }

    private String pidFileLine(int index) {
        try {
            return Files.readAllLines(cluster.resolve("postmaster.pid")).get(index).strip();
        } catch (IOException cause) {
            throw new DatabaseNotStarted("It is not running in " + folder + ".", "", cause);
        }
    }

    private int freePort() {
        var file = folder.resolve("port");
        if (Files.exists(file)) {
            var remembered = Integer.parseInt(Folders.read(file));
            if (isFree(remembered)) {
                return remembered;
            }
        }
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException cause) {
            throw new DatabaseNotStarted("No port is free on 127.0.0.1.", "", cause);
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

    private String program(String name) {
        return binaries.program(name).toString();
    }

    private void run(List<String> command) {
        var output = folder.resolve("command.log");
        try {
            var builder =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile());
            builder.environment().put("LC_ALL", "C.UTF-8");
            builder.environment().remove("PGDATA");
            var process = builder.start();
            if (!process.waitFor(90, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            if (process.waitFor() != 0) {
                throw new DatabaseNotStarted(
                        Path.of(command.getFirst()).getFileName()
                                + " failed: "
                                + Files.readString(output).strip(),
                        "The server's own words are in " + folder.resolve("postgres.log") + ".");
            }
        } catch (IOException cause) {
            throw new DatabaseNotStarted(command.getFirst() + " cannot be run.", "", cause);
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new DatabaseNotStarted("Interrupted.", "", cause);
        }
    }

    private static String randomPassword() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
