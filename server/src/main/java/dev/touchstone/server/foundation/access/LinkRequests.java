package dev.touchstone.server.foundation.access;

import dev.touchstone.server.foundation.guard.Caller;
import dev.touchstone.server.foundation.guard.Callers;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the first link of an empty platform, and answers the operator, who asks for sign-in links
 * by files in the data folder (docs/operate/links.md).
 */
@Component
class LinkRequests {

    private static final Logger LOG = LoggerFactory.getLogger(LinkRequests.class);

    private final LinkFiles files;
    private final Links links;
    private final SetUp setUp;
    private final PersonStore people;
    private final TransactionTemplate transaction;
    private final ScheduledExecutorService clockwork =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("link-requests").factory());

    LinkRequests(
            LinkFiles files,
            Links links,
            SetUp setUp,
            PersonStore people,
            TransactionTemplate transaction) {
        this.files = files;
        this.links = links;
        this.setUp = setUp;
        this.people = people;
        this.transaction = transaction;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (setUp.isOpen()) {
            var first = transaction.execute(ignored -> links.makeFirst());
            Path file = files.writeFirst(String.valueOf(first == null ? "" : first.link()));
            LOG.info(
                    "Nobody is here yet. The first link lies in {}; it works once, for 24 hours.",
                    file);
        }
        clockwork.scheduleWithFixedDelay(this::answerSafely, 0, 500, TimeUnit.MILLISECONDS);
    }

    @EventListener(ContextClosedEvent.class)
    void end() {
        clockwork.shutdownNow();
    }

    private void answerSafely() {
        try {
            answer();
        } catch (RuntimeException problem) {
            LOG.error("requests for links were not answered", problem);
        }
    }

    void answer() {
        for (String asked : files.takeRequests()) {
            String login = Texts.canonicalLogin(asked);
            Optional<Person> person = people.withLogin(login);
            if (person.isEmpty()) {
                files.refuse(
                        asked,
                        "No open account has the login %s. Look it up under Administration, People."
                                .formatted(asked));
            } else {
                var made =
                        Callers.as(
                                Caller.PLATFORM,
                                () -> transaction.execute(ignored -> links.make(person.get())));
                files.answer(asked, made == null ? "" : made.link());
            }
        }
    }
}
