package dev.touchstone.server.scene;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/** Listens to the SQL that the platform sends while it serves requests. */
public final class Statements {

    private static final String SENDER = "org.springframework.jdbc.core.JdbcTemplate";

    /** Threads that serve; what jobs do at the same time does not count. */
    private static final String SERVING = "tomcat-";

    private Statements() {}

    /** The statements in their order; values are not part of them. */
    public static List<String> during(Supplier<?> work) {
        var logger = (Logger) LoggerFactory.getLogger(SENDER);
        var appender = new ServedStatements();
        var before = logger.getLevel();
        appender.start();
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        logger.addAppender(appender);
        try {
            work.get();
        } finally {
            logger.detachAppender(appender);
            logger.setAdditive(true);
            logger.setLevel(before);
        }
        return List.copyOf(appender.statements);
    }

    private static final class ServedStatements extends AppenderBase<ILoggingEvent> {

        private final List<String> statements = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            boolean served = Thread.currentThread().getName().startsWith(SERVING);
            String message = event.getFormattedMessage();
            if (served && message.startsWith("Executing prepared SQL statement")) {
                statements.add(message);
            }
        }
    }
}
