package dev.touchstone.server.delivery.findings;

/** The orders in which findings can be listed; ties fall by application and number. */
enum FindingSort {
    SEVERITY("f.severity", "smallint", false),
    MILDEST("f.severity", "smallint", true),
    NEWEST("f.first_seen", "timestamptz", false),
    OLDEST("f.first_seen", "timestamptz", true),
    RULE("rule.rule", "text", true),
    PATH("path.text", "text", true);

    private final String key;
    private final String type;
    private final boolean ascending;

    FindingSort(String key, String type, boolean ascending) {
        this.key = key;
        this.type = type;
        this.ascending = ascending;
    }

    String key() {
        return key;
    }

    String type() {
        return type;
    }

    String direction() {
        return ascending ? "asc" : "desc";
    }

    String beyond() {
        return ascending ? ">" : "<";
    }

    /** True when an index gives this order for every application. */
    boolean isIndexed() {
        return switch (this) {
            case SEVERITY, MILDEST, NEWEST, OLDEST -> true;
            case RULE, PATH -> false;
        };
    }

    /** The dictionary that the key stands in. */
    String dictionary() {
        return switch (this) {
            case SEVERITY, MILDEST, NEWEST, OLDEST -> "";
            case RULE -> "join findings.rule rule on rule.id = f.rule_id";
            case PATH -> "join findings.path path on path.id = f.path_id";
        };
    }

    /** In one application a later number is never older, so the primary key has this order too. */
    String orderInApplication() {
        return switch (this) {
            case NEWEST, OLDEST -> "f.number " + direction();
            case SEVERITY, MILDEST, RULE, PATH ->
                    "%s %s, f.number %s".formatted(key, direction(), direction());
        };
    }
}
