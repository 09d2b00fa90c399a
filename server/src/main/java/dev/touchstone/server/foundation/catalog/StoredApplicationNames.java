package dev.touchstone.server.foundation.catalog;

import dev.touchstone.server.foundation.access.ApplicationNames;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

@Component
class StoredApplicationNames implements ApplicationNames {

    private final ApplicationStore store;

    StoredApplicationNames(ApplicationStore store) {
        this.store = store;
    }

    @Override
    public Optional<Long> id(long entityId, String key) {
        return store.idInEntity(entityId, key);
    }

    @Override
    public Map<Long, String> keys(Collection<Long> ids) {
        return store.withIds(ids).stream()
                .collect(Collectors.toMap(Application::id, Application::key));
    }
}
