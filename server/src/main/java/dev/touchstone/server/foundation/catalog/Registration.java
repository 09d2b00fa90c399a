package dev.touchstone.server.foundation.catalog;

import dev.touchstone.server.foundation.access.Directory;
import dev.touchstone.server.foundation.access.Directory.Department;
import dev.touchstone.server.foundation.catalog.ApplicationStore.Particulars;
import dev.touchstone.server.foundation.catalog.ApplicationStore.Registered;
import dev.touchstone.server.foundation.guard.Callers;
import dev.touchstone.server.foundation.guard.Cursor;
import dev.touchstone.server.foundation.guard.Page;
import dev.touchstone.server.foundation.guard.Permission;
import dev.touchstone.server.foundation.guard.Refusal;
import dev.touchstone.server.foundation.guard.Sentence;
import dev.touchstone.server.foundation.ledger.Ledger;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers applications and keeps what is known about them. */
@Service
class Registration {

    private static final String KEY = "[A-Z][A-Z0-9]{1,11}";

    private final ApplicationStore store;
    private final Applications applications;
    private final Directory directory;
    private final Ledger ledger;
    private final Clock clock;

    Registration(
            ApplicationStore store,
            Applications applications,
            Directory directory,
            Ledger ledger,
            Clock clock) {
        this.store = store;
        this.applications = applications;
        this.directory = directory;
        this.ledger = ledger;
        this.clock = clock;
    }

    Page<Registered> list(@Nullable String text, @Nullable String cursor, int limit) {
        var after = cursor == null ? List.of("", "0") : Cursor.read(cursor, 2);
        var found =
                store.list(
                        Callers.current().reach(Permission.APPLICATION_READ),
                        pattern(text),
                        after.get(0),
                        number(after.get(1)),
                        limit + 1);
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        Application last = found.get(limit - 1).application();
        return new Page<>(found.subList(0, limit), Cursor.after(last.key(), last.id()));
    }

    Registered open(String key) {
        return store.registered(applications.open(key, Permission.APPLICATION_READ).id());
    }

    @Transactional
    Registered register(long departmentId, String key, Change about) {
        Department department =
                directory.visibleDepartment(departmentId).orElseThrow(Refusal.NotFound::new);
        boolean allowed =
                Callers.current()
                        .reach(Permission.APPLICATION_MANAGE)
                        .covers(department.entityId(), department.path(), 0);
        if (!allowed) {
            List<String> whom =
                    directory.securityEngineers(department.entityId(), department.path(), 0);
            throw new Refusal.NotAllowed(
                    Sentence.of(
                            "You do not register applications in %s. Ask %s.",
                            department.name(), Sentence.whom(whom)),
                    whom);
        }
        if (!key.matches(KEY)) {
            throw new Refusal.Invalid(
                    "key",
                    "The key has 2 to 12 capital letters and digits and begins with a letter.");
        }
        try {
            long id =
                    store.add(
                            department.entityId(),
                            department.path(),
                            key,
                            about.on(null, ownerName(department.entityId(), about.ownerId())),
                            clock.instant());
            Registered registered = store.registered(id);
            ledger.append("RegisterApplication", key, department.entityId(), registered);
            return registered;
        } catch (DuplicateKeyException taken) {
            throw new Refusal.Conflict(
                    "The key %s belongs to another application of this legal entity. Choose another.",
                    key);
        }
    }

    @Transactional
    Registered change(String key, Change about) {
        Application application = applications.open(key, Permission.APPLICATION_MANAGE);
        Registered before = store.registered(application.id());
        store.change(
                application.id(),
                about.on(before.particulars(), ownerName(application.entityId(), about.ownerId())),
                clock.instant());
        Registered registered = store.registered(application.id());
        ledger.append("ChangeApplication", key, application.entityId(), registered);
        return registered;
    }

    private @Nullable String ownerName(long entityId, @Nullable Long ownerId) {
        return ownerId == null
                ? null
                : directory
                        .personName(entityId, ownerId)
                        .orElseThrow(
                                () ->
                                        new Refusal.Invalid(
                                                "ownerId",
                                                "This legal entity has no person with that id."));
    }

    private static @Nullable String pattern(@Nullable String text) {
        return text == null || text.isBlank()
                ? null
                : "%"
                        + text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
                        + "%";
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException wrong) {
            throw new Refusal.Invalid(
                    "cursor", "This is no cursor of this list. Start again without a cursor.");
        }
    }

    /** What is to be set; null leaves what is there. */
    record Change(
            @Nullable String name,
            @Nullable Integer tier,
            @Nullable Integer dataGrade,
            Application.@Nullable Exposure exposure,
            @Nullable Long ownerId,
            @Nullable String repository) {

        private static final Particulars NOTHING_YET =
                new Particulars("", 4, 1, Application.Exposure.INTERNAL, null, null, null);

        Particulars on(@Nullable Particulars present, @Nullable String ownerName) {
            Particulars before = present == null ? NOTHING_YET : present;
            return new Particulars(
                    name == null ? before.name() : checkedName(name),
                    tier == null ? before.tier() : tier,
                    dataGrade == null ? before.dataGrade() : dataGrade,
                    exposure == null ? before.exposure() : exposure,
                    ownerId == null ? before.ownerId() : ownerId,
                    ownerId == null ? before.ownerName() : ownerName,
                    repository == null ? before.repository() : checkedAddress(repository));
        }

        private static String checkedName(String name) {
            String stripped = name.strip();
            if (stripped.isEmpty()
                    || stripped.length() > 100
                    || stripped.chars().anyMatch(Character::isISOControl)) {
                throw new Refusal.Invalid(
                        "name", "A name has 1 to 100 characters and no control characters.");
            }
            return stripped;
        }

        /** Shown as a link, so nothing but web and git addresses, and no password inside. */
        private static @Nullable String checkedAddress(String text) {
            if (text.isBlank()) {
                return null;
            }
            try {
                URI address = URI.create(text.strip());
                boolean known =
                        List.of("https", "http", "ssh", "git")
                                .contains(String.valueOf(address.getScheme()));
                String user = String.valueOf(address.getUserInfo());
                if (known && address.getHost() != null && !user.contains(":")) {
                    return address.toString();
                }
            } catch (IllegalArgumentException notAnAddress) {
                // refused below
            }
            throw new Refusal.Invalid(
                    "repository",
                    "The repository is an address that begins with https, http, ssh or git and holds no password.");
        }
    }
}
