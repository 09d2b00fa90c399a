package dev.touchstone.engine.seal;

/** Where the signing key comes from: a private file, a mounted secret, a hardware module. */
@FunctionalInterface
public interface SigningKeys {

    /** The key that signs now. */
    SigningKey current();
}
