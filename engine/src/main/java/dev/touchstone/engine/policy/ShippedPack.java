package dev.touchstone.engine.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The content packs that ship inside the program. */
public final class ShippedPack {

    private ShippedPack() {}

    /** The pack that every installation has. */
    public static ContentPack ofDefaults() {
        return switch (new PackReader(path -> file("touchstone-default", path)).read()) {
            case PackReading.Accepted accepted -> accepted.pack();
            case PackReading.Refused refused ->
                    throw new IllegalStateException(
                            "The shipped pack cannot be read: " + refused.faults());
        };
    }

    static @Nullable String file(String pack, String path) {
        try (var in = ShippedPack.class.getResourceAsStream("/packs/" + pack + "/" + path)) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
