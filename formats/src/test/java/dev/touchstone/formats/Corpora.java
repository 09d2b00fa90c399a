package dev.touchstone.formats;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the collection of real files that lies beside a checkout, not in it. */
final class Corpora {
    static final String ABSENT =
            "no corpora here; name their folder in TOUCHSTONE_CORPORA or -Dtouchstone.corpora";

    private Corpora() {}

    static Optional<Path> folder() {
        return Stream.of(
                        System.getProperty("touchstone.corpora"),
                        System.getenv("TOUCHSTONE_CORPORA"),
                        "../shared/corpora",
                        "../../shared/corpora")
                .map(Corpora::existing)
                .filter(Optional::isPresent)
                .map(Optional::get)
                .findFirst();
    }

    private static Optional<Path> existing(@Nullable String name) {
        return Optional.ofNullable(name).map(Path::of).filter(Files::isDirectory);
    }
}
