package dev.touchstone.server.foundation.catalog;

import dev.touchstone.server.foundation.access.Directory;
import dev.touchstone.server.foundation.guard.Caller;
import dev.touchstone.server.foundation.guard.Callers;
import dev.touchstone.server.foundation.guard.Permission;
import dev.touchstone.server.foundation.guard.Refusal;
import dev.touchstone.server.foundation.guard.Sentence;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;

@Service
class VisibleApplications implements Applications {

    private final ApplicationStore store;
    private final Directory directory;

    VisibleApplications(ApplicationStore store, Directory directory) {
        this.store = store;
        this.directory = directory;
    }

    @Override
    public Application open(String key, Permission permission) {
        Caller caller = Callers.current();
        Application application = store.visible(caller, key).orElseThrow(Refusal.NotFound::new);
        boolean allowed =
                caller.reach(permission)
                        .covers(
                                application.entityId(),
                                application.departmentPath(),
                                application.id());
        if (!allowed) {
            throw notAllowed(application, permission);
        }
        return application;
    }

    @Override
    public List<Application> reachable(Permission permission) {
        return store.reached(Callers.current().reach(permission));
    }

    @Override
    public List<Application> withIds(Collection<Long> ids) {
        return store.withIds(ids);
    }

    private Refusal notAllowed(Application application, Permission permission) {
        List<String> whom =
                application.owner() != null
                        ? List.of(application.owner())
                        : directory.securityEngineers(
                                application.entityId(),
                                application.departmentPath(),
                                application.id());
        return new Refusal.NotAllowed(
                Sentence.of(
                        "You do not hold the right %s for application %s. Ask %s.",
                        permission, application.key(), Sentence.whom(whom)),
                whom);
    }
}
