package dev.touchstone.server.foundation.guard;

/**
 * What a caller may do; every HTTP operation names one, or stands on the list of public operations.
 */
public enum Permission {
    SELF,
    PLATFORM_MANAGE,
    ENTITY_MANAGE,
    PERSON_MANAGE,
    GRANT_MANAGE,
    TOKEN_MANAGE,
    PACK_MANAGE,
    POLICY_MANAGE,
    LEDGER_READ,
    LEDGER_ANCHOR,
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
    GATE_READ
}
