package dev.touchstone.server.foundation.database;

import dev.touchstone.server.foundation.database.backup.Archive;
import dev.touchstone.server.foundation.database.backup.BackupRefused;
import dev.touchstone.server.foundation.database.backup.Passphrase;
import dev.touchstone.server.foundation.database.backup.RestoreBackup;
import dev.touchstone.server.foundation.database.backup.WriteBackup;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * The server program's commands that do not serve: {@code backup} and {@code restore}. They start
 * no platform; messages go to the given stream.
 */
public final class Maintenance {

    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int WRONG_USE = 2;

    private static final String USAGE =
            """
            backup FILE (--passphrase-file FILE | --plain) [--with-signing-key]
            restore FILE [--passphrase-file FILE]
              FILE is "-" for standard output or input. A backup holds everything of every module.
              --plain             not encrypted: whoever gets the file reads all
              --with-signing-key  puts the private signing key inside; guard the file as the key
            """;

    private final Map<String, String> environment;
    private final PrintStream messages;
    private final Clock clock;

    public Maintenance(Map<String, String> environment, PrintStream messages, Clock clock) {
        this.environment = environment;
        this.messages = messages;
        this.clock = clock;
    }

    /** The exit code; empty when the arguments name no such command. */
    public OptionalInt run(String... arguments) {
        if (arguments.length == 0) {
            return OptionalInt.empty();
        }
        return switch (arguments[0]) {
            case "backup", "restore" -> OptionalInt.of(command(Arrays.asList(arguments)));
            default -> OptionalInt.empty();
        };
    }

    private int command(List<String> arguments) {
        // Standard output may carry the backup.
        LoggingSystem.get(Maintenance.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.OFF);
        try {
            var options = Options.of(arguments);
            if (options == null) {
                messages.print(USAGE);
                return WRONG_USE;
            }
            if (options.command().equals("backup")) {
                backup(options);
            } else {
                restore(options);
            }
            return DONE;
        } catch (BackupRefused refused) {
            return say(refused.getMessage(), refused.remedy());
        } catch (DatabaseNotStarted refused) {
            return say(refused.getMessage(), refused.remedy());
        } catch (IOException cause) {
            return say(
                    "The file cannot be read or written: " + cause.getMessage(),
                    "Check its folder, its rights and the space on its disk.");
        }
    }

    private void backup(Options options) throws IOException {
        if (options.passphrase() == null && !options.plain()) {
            throw new BackupRefused(
                    "A backup holds open weaknesses, names and password hashes.",
                    "Name a passphrase (--passphrase-file FILE), or say --plain if the place is safe.");
        }
        try (var database = OfflineDatabase.running(environment)) {
            var backup =
                    new WriteBackup(database.access().owner().dataSource(), database.keys(), clock);
            var rows =
                    Archive.write(
                            options.file(),
                            options.passphrase(),
                            out -> backup.write(out, options.withSigningKey()));
            messages.printf(
                    "Backed up %,d rows; %s, signing key %s.%n",
                    rows,
                    options.passphrase() == null ? "not encrypted" : "encrypted",
                    options.withSigningKey() ? "inside: guard the file as the key" : "not inside");
        }
    }

    private void restore(Options options) throws IOException {
        try (var database = OfflineDatabase.alone(environment);
                var in = Archive.read(options.file(), options.passphrase())) {
            var restored =
                    new RestoreBackup(
                                    database.access().owner().dataSource(),
                                    database.access().application().user(),
                                    database.keys())
                            .restore(in);
            messages.printf(
                    "Restored %,d rows of %s; the ledger ends at entry %d, %s.%n"
                            + "Every count and digest of the backup was met.%n",
                    restored.rows(),
                    restored.takenAt(),
                    restored.ledgerSequence(),
                    restored.ledgerHash());
        }
    }

    private int say(@Nullable String what, String remedy) {
        messages.println(what);
        messages.println(remedy);
        return REFUSED;
    }

    private record Options(
            String command,
            String file,
            @Nullable Passphrase passphrase,
            boolean plain,
            boolean withSigningKey) {

        /** Null when they make no sense. */
        static @Nullable Options of(List<String> arguments) {
            var rest = new ArrayList<>(arguments.subList(1, arguments.size()));
            var plain = rest.remove("--plain");
            var withKey = rest.remove("--with-signing-key");
            Passphrase passphrase = null;
            var at = rest.indexOf("--passphrase-file");
            if (at >= 0 && at + 1 < rest.size()) {
                passphrase = Passphrase.in(Path.of(rest.get(at + 1)));
                rest.subList(at, at + 2).clear();
            }
            return rest.size() == 1
                            && (rest.getFirst().equals("-") || !rest.getFirst().startsWith("-"))
                            && !(plain && passphrase != null)
                    ? new Options(arguments.getFirst(), rest.getFirst(), passphrase, plain, withKey)
                    : null;
        }
    }
}
