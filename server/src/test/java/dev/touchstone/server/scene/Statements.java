package dev.touchstone.server.scene;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
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
        var appender = new ListAppender<ILoggingEvent>();
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
        return appender.list.stream()
                .filter(event -> event.getThreadName().startsWith(SERVING))
                .map(ILoggingEvent::getFormattedMessage)
                .filter(message -> message.startsWith("Executing prepared SQL statement"))
                .toList();
    }
}
