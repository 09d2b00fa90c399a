package dev.touchstone.server.foundation.facts;

import dev.touchstone.engine.policy.Stage;
import dev.touchstone.server.foundation.catalog.Application;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is judged: a commit of an application at a stage.
 *
 * @param line name of the code line; null when the asker does not know it
 * @param at the moment of judging
 */
public record FactSubject(
        Application application, Stage stage, @Nullable String line, String commit, Instant at) {}
