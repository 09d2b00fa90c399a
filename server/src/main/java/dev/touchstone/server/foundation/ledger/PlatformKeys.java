package dev.touchstone.server.foundation.ledger;

import dev.touchstone.engine.seal.KeyFile;
import dev.touchstone.engine.seal.SealedHead;
import dev.touchstone.engine.seal.SigningKey;
import dev.touchstone.engine.seal.SigningKeys;
import dev.touchstone.engine.seal.TrustedKeys;
import dev.touchstone.engine.seal.Verification;
import dev.touchstone.engine.seal.VerifyEnvelope;
import dev.touchstone.engine.seal.VerifyingKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The platform's signing key and the public halves of all it ever had. They lie in files beside the
 * database, never in it: who can write the database cannot sign.
 */
@Component
public final class PlatformKeys implements SigningKeys {

    private final SigningKey current;
    private final Path publicKeys;

    /**
     * @param mounted file of a key that comes from outside; the platform makes its own without it
     */
    PlatformKeys(
            @Value("${touchstone.data}") Path data,
            @Value("${touchstone.signing-key:#{null}}") @Nullable Path mounted) {
        var folder = data.resolve("keys");
        this.publicKeys = folder.resolve("public");
        try {
            Files.createDirectories(publicKeys);
            this.current =
                    mounted != null
                            ? new KeyFile(mounted).current()
                            : KeyFile.makeIfAbsent(folder.resolve("signing.pem")).current();
            var file = publicKeys.resolve(current.fingerprint() + ".pem");
            if (!Files.exists(file)) {
                Files.writeString(file, current.verifying().toPem());
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(
                    "The keys below " + folder + " cannot be read or made.", cause);
        }
    }

    @Override
    public SigningKey current() {
        return current;
    }

    /** All public keys, the current one among them. */
    public List<VerifyingKey> all() {
        try (var files = Files.list(publicKeys)) {
            return files.filter(file -> file.toString().endsWith(".pem"))
                    .sorted()
                    .map(PlatformKeys::read)
                    .toList();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    public TrustedKeys trusted() {
        return TrustedKeys.of(all());
    }

    /** The head in a file that one of our keys signed. */
    Optional<SealedHead> headIn(byte[] file) {
        return new VerifyEnvelope(trusted()).verify(file) instanceof Verification.Valid valid
                ? SealedHead.in(valid.envelope())
                : Optional.empty();
    }

    private static VerifyingKey read(Path file) {
        try {
            return VerifyingKey.fromPem(Files.readString(file));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
