package dev.touchstone.server;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The PostgreSQL that tests run on: what ships, or the machine's own ({@code
 * -Dtouchstone.test.postgres=15}); where the machine has none, all tests are skipped and say so.
 */
public final class ChosenPostgres implements ExecutionCondition {

    private static final String SHIPPED = "shipped";

    static String version() {
        return System.getProperty("touchstone.test.postgres", SHIPPED);
    }

    static boolean isShipped() {
        return version().equals(SHIPPED);
    }

    static Path folder() {
        return Path.of("/usr/lib/postgresql", version());
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return isShipped() || Files.isExecutable(folder().resolve("bin/postgres"))
                ? ConditionEvaluationResult.enabled("PostgreSQL " + version() + " is there")
                : ConditionEvaluationResult.disabled(
                        "PostgreSQL " + version() + " is not on this machine: " + folder());
    }
}
