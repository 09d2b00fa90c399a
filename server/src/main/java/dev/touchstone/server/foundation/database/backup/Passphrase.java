package dev.touchstone.server.foundation.database.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** What a person remembers, made into a key slowly enough that guessing does not pay. */
public final class Passphrase {

    static final int MEMORY_KIB = 65_536;
    static final int ROUNDS = 3;

    private static final int SHORTEST = 12;
    private static final int KEY_BYTES = 32;

    private final byte[] bytes;

    private Passphrase(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * @throws BackupRefused when the file cannot be read or holds less than 12 characters
     */
    public static Passphrase in(Path file) {
        try {
            return of(Files.readString(file).strip());
        } catch (IOException cause) {
            throw new BackupRefused(
                    "The passphrase file " + file + " cannot be read.",
                    "Name a file that holds the passphrase and that this account may read.");
        }
    }

    public static Passphrase of(String text) {
        if (text.length() < SHORTEST) {
            throw new BackupRefused(
                    "The passphrase has " + text.length() + " characters.",
                    "Use at least " + SHORTEST + "; a few random words are good.");
        }
        return new Passphrase(text.getBytes(StandardCharsets.UTF_8));
    }

    SecretKey key(byte[] salt, int memoryKib, int rounds) {
        var generator = new Argon2BytesGenerator();
        generator.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(memoryKib)
                        .withIterations(rounds)
                        .withParallelism(1)
                        .withSalt(salt)
                        .build());
        var key = new byte[KEY_BYTES];
        generator.generateBytes(bytes, key);
        return new SecretKeySpec(key, "AES");
    }
}
