package dev.touchstone.scanners.code;

/**
 * One setting of a properties or YAML file.
 *
 * @param key all of it, joined with points; indexes of lists stand in brackets
 * @param value placeholders stand with their default
 * @param development true when it only counts in a profile for development or tests
 */
record Setting(String key, String value, int line, int column, boolean development) {

    /** The key as frameworks compare it: lower case, without dashes, underscores and indexes. */
    String plainKey() {
        return key.replaceAll("\\[\\d+]", "")
                .replaceAll("[-_]", "")
                .toLowerCase(java.util.Locale.ROOT);
    }
}
