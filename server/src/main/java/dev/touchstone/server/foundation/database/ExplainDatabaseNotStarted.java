package dev.touchstone.server.foundation.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows words instead of a stack when the start fails for want of a database. */
class ExplainDatabaseNotStarted extends AbstractFailureAnalyzer<DatabaseNotStarted> {

    @Override
    protected FailureAnalysis analyze(Throwable root, DatabaseNotStarted cause) {
        return new FailureAnalysis(cause.getMessage(), cause.remedy(), root);
    }
}
