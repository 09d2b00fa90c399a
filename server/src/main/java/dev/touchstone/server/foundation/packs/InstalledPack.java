package dev.touchstone.server.foundation.packs;

import dev.touchstone.engine.policy.ContentPack;
import java.time.Instant;
import java.util.Map;

/**
 * A version of a content pack that an organisation installed.
 *
 * @param number over all packs of the legal entity
 * @param files texts by path
 */
record InstalledPack(
        int number,
        ContentPack pack,
        Map<String, String> files,
        String installedBy,
        Instant installedAt) {}
