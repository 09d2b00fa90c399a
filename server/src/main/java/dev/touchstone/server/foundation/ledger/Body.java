package dev.touchstone.server.foundation.ledger;

import dev.touchstone.engine.seal.CanonicalJson;
import dev.touchstone.engine.seal.Suite;
import java.nio.charset.StandardCharsets;

/**
 * The erasable part of an entry: who it was by name, and what was given.
 *
 * @param content canonical JSON
 */
record Body(String actor, String content) {

    static Body of(String actor, Object given) {
        return new Body(actor, new String(CanonicalJson.write(given), StandardCharsets.UTF_8));
    }

    /** What the chain holds of it: the digest of one canonical object of both. */
    byte[] digest(Suite suite) {
        var name = new String(CanonicalJson.write(actor), StandardCharsets.UTF_8);
        var whole = "{\"actor\":" + name + ",\"body\":" + content + "}";
        return suite.digest().digest(whole.getBytes(StandardCharsets.UTF_8));
    }
}
