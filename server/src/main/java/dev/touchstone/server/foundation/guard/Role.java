package dev.touchstone.server.foundation.guard;

import static dev.touchstone.server.foundation.guard.Permission.*;

import java.util.EnumSet;
import java.util.Set;

/**
 * A role and what it may do. The three administrators are separate: no person holds two of them,
 * and none of them sees findings.
 */
public enum Role {
    SYSTEM_ADMIN(SELF, PLATFORM_MANAGE, ENTITY_MANAGE, PERSON_MANAGE, DIRECTORY_READ),
    SECURITY_ADMIN(
            SELF,
            GRANT_MANAGE,
            TOKEN_MANAGE,
            PACK_MANAGE,
            POLICY_MANAGE,
            POLICY_READ,
            DIRECTORY_READ),
    AUDIT_ADMIN(SELF, LEDGER_READ, LEDGER_ANCHOR, DIRECTORY_READ),
    SECURITY(
            SELF,
            DIRECTORY_READ,
            APPLICATION_READ,
            APPLICATION_MANAGE,
            REPORT_UPLOAD,
            REPORT_READ,
            RUN_READ,
            FINDING_READ,
            FINDING_EXPORT,
            FINDING_DECIDE,
            POLICY_READ,
            GATE_DECIDE,
            GATE_READ),
    CHAMPION(
            SELF,
            DIRECTORY_READ,
            APPLICATION_READ,
            REPORT_UPLOAD,
            REPORT_READ,
            RUN_READ,
            FINDING_READ,
            FINDING_EXPORT,
            POLICY_READ,
            GATE_DECIDE,
            GATE_READ),
    DEVELOPER(
            SELF,
            APPLICATION_READ,
            REPORT_UPLOAD,
            REPORT_READ,
            RUN_READ,
            FINDING_READ,
            POLICY_READ,
            GATE_DECIDE,
            GATE_READ),
    RELEASE_MANAGER(SELF, APPLICATION_READ, RUN_READ, POLICY_READ, GATE_DECIDE, GATE_READ),
    MANAGER(SELF, DIRECTORY_READ, APPLICATION_READ, RUN_READ, POLICY_READ, GATE_READ),
    AUDITOR(
            SELF,
            APPLICATION_READ,
            REPORT_READ,
            RUN_READ,
            FINDING_READ,
            POLICY_READ,
            GATE_READ,
            LEDGER_READ),
    ASSESSOR(SELF, APPLICATION_READ, RUN_READ, POLICY_READ, GATE_READ, LEDGER_READ),
    VIEWER(SELF, APPLICATION_READ, RUN_READ, FINDING_READ, GATE_READ);

    private final Set<Permission> permissions;

    Role(Permission first, Permission... rest) {
        this.permissions = EnumSet.of(first, rest);
    }

    public boolean allows(Permission permission) {
        return permissions.contains(permission);
    }

    public boolean isAdministrator() {
        return this == SYSTEM_ADMIN || this == SECURITY_ADMIN || this == AUDIT_ADMIN;
    }
}
