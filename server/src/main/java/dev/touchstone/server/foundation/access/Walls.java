package dev.touchstone.server.foundation.access;

import dev.touchstone.server.foundation.guard.Caller;
import dev.touchstone.server.foundation.guard.Callers;
import dev.touchstone.server.foundation.guard.Credentials;
import dev.touchstone.server.foundation.guard.Permission;
import dev.touchstone.server.foundation.guard.Refusal;
import dev.touchstone.server.foundation.guard.Sentence;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whether a caller's right reaches a legal entity, a department or a person. */
@Component
class Walls {

    private final OrganisationStore organisation;
    private final Credentials credentials;

    Walls(OrganisationStore organisation, Credentials credentials) {
        this.organisation = organisation;
        this.credentials = credentials;
    }

    /**
     * The right must hold for the whole legal entity.
     *
     * @throws Refusal.NotFound behind a wall, or where no such entity is
     * @throws Refusal.NotAllowed this side of the wall without the right
     */
    void entity(Permission permission, long entityId) {
        Caller caller = Callers.current();
        if (organisation.visibleEntity(caller, entityId).isEmpty()) {
            throw new Refusal.NotFound();
        }
        if (!caller.reach(permission).coversEntity(entityId)) {
            throw notAllowed(permission, entityId);
        }
    }

    /** Only administrators of the whole group. */
    void group(Permission permission) {
        Caller caller = Callers.current();
        if (!caller.reach(permission).everywhere()) {
            throw notAllowed(permission, caller.entityId());
        }
    }

    /** Commands that a machine must never give. */
    void person() {
        if (Callers.current().kind() == Caller.Kind.TOKEN) {
            throw new Refusal.NotAllowed(
                    "A token cannot do this: rights, tokens and passwords are for people. Sign in and do it yourself.");
        }
    }

    Refusal notAllowed(Permission permission, long entityId) {
        List<String> whom = credentials.whoGrantsRights(entityId);
        return new Refusal.NotAllowed(
                Sentence.of(
                        "Your right %s does not reach there. Ask %s.",
                        permission, Sentence.whom(whom)),
                whom);
    }
}
