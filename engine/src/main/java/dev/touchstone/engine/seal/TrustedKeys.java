package dev.touchstone.engine.seal;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The keys that count; a signature by any other key proves nothing. */
public record TrustedKeys(Map<String, VerifyingKey> byFingerprint) {

    public TrustedKeys {
        byFingerprint = Map.copyOf(byFingerprint);
    }

    public static TrustedKeys of(VerifyingKey... keys) {
        return of(Arrays.asList(keys));
    }

    public static TrustedKeys of(Collection<VerifyingKey> keys) {
        return new TrustedKeys(
                keys.stream()
                        .collect(
                                Collectors.toMap(
                                        VerifyingKey::fingerprint,
                                        Function.identity(),
                                        (one, same) -> one)));
    }

    public Optional<VerifyingKey> find(String fingerprint) {
        return Optional.ofNullable(byFingerprint.get(fingerprint));
    }
}
