package dev.touchstone.cli;

import dev.touchstone.engine.seal.TrustedKeys;
import dev.touchstone.engine.seal.VerifyingKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** The public keys that this person trusts: one PEM file per key, in a private folder. */
final class TrustStore {

    private final Path folder;

    TrustStore(Terminal terminal) {
        this.folder = terminal.configuration().resolve("trusted");
    }

    Path folder() {
        return folder;
    }

    TrustedKeys keys() throws IOException {
        return TrustedKeys.of(list());
    }

    List<VerifyingKey> list() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        refuseOpenFolder();
        var keys = new ArrayList<VerifyingKey>();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(f -> f.toString().endsWith(".pem")).sorted().toList()) {
                keys.add(TrustCommand.key(file));
            }
        }
        return keys;
    }

    void add(VerifyingKey key) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        var file = file(key.fingerprint());
        if (!Files.exists(file)) {
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, key.toPem());
    }

    boolean remove(String fingerprint) throws IOException {
        return fingerprint.matches("[0-9a-f]{64}") && Files.deleteIfExists(file(fingerprint));
    }

    private Path file(String fingerprint) {
        return folder.resolve(fingerprint + ".pem");
    }

    /** Whoever can write here decides what counts as genuine. */
    private void refuseOpenFolder() throws IOException {
        var permissions = Files.getPosixFilePermissions(folder);
        if (permissions.contains(PosixFilePermission.GROUP_WRITE)
                || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
            throw Trouble.wrongUse("trouble.trustOpen", folder);
        }
    }
}
