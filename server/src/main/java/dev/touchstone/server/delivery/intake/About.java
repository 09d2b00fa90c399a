package dev.touchstone.server.delivery.intake;

import dev.touchstone.contract.Fault;
import dev.touchstone.contract.ScannerKind;
import dev.touchstone.server.delivery.runs.Line;
import dev.touchstone.server.foundation.guard.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the sender says about a report.
 *
 * @param application key
 * @param line name of the code line
 * @param base name of the line that a merge request goes into
 * @param commit full id of the commit that was looked at
 * @param ancestors its first parents, the nearest first, at most 500
 * @param renames old path to new path since the last report
 * @param complete false when the scan did not see all of its scope
 * @param scope what it could have seen, in the sender's own words; reports of one scope are
 *     compared with each other only
 * @param ruleDigest names the set of rules when the report itself does not
 */
record About(
        String application,
        String line,
        Line.Kind lineKind,
        @Nullable String base,
        String commit,
        List<String> ancestors,
        Map<String, String> renames,
        @Nullable ScannerKind kind,
        boolean complete,
        Map<String, Object> scope,
        @Nullable String ruleDigest) {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .build();
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{7,64}");
    private static final int MOST_ANCESTORS = 500;
    private static final int MOST_RENAMES = 20_000;
    private static final int LONGEST_NAME = 255;

    /** As it is sent; what may be left out is null. */
    private record Sent(
            @Nullable String application,
            @Nullable String line,
            Line.@Nullable Kind lineKind,
            @Nullable String base,
            @Nullable String commit,
            @Nullable List<String> ancestors,
            @Nullable Map<String, String> renames,
            @Nullable ScannerKind kind,
            @Nullable Boolean complete,
            @Nullable Map<String, Object> scope,
            @Nullable String ruleDigest) {}

    /**
     * @throws Refusal.Invalid naming every wrong field
     */
    static About parse(String json) {
        Sent sent;
        try {
            sent = JSON.readValue(json, Sent.class);
        } catch (JacksonException wrong) {
            var at = wrong.getLocation();
            throw new Refusal.Invalid(
                    "The part about is not what is expected, so nothing was stored. Mend it and send the report again.",
                    List.of(
                            Fault.error(
                                    at == null
                                            ? "about"
                                            : "about " + at.getLineNr() + ":" + at.getColumnNr(),
                                    wrong.getOriginalMessage())));
        }
        if (sent == null) {
            throw new Refusal.Invalid(
                    "about", "The part about is empty; a JSON object is expected.");
        }
        var faults = new ArrayList<Fault>();
        String application = text(sent.application, "application", faults);
        String line = text(sent.line, "line", faults);
        String commit = commit(sent.commit, "commit", faults);
        List<String> ancestors = sent.ancestors == null ? List.of() : sent.ancestors;
        if (ancestors.size() > MOST_ANCESTORS) {
            faults.add(
                    Fault.error(
                            "ancestors",
                            "has %d commits; send the nearest %d"
                                    .formatted(ancestors.size(), MOST_ANCESTORS)));
        }
        for (int i = 0; i < ancestors.size(); i++) {
            commit(ancestors.get(i), "ancestors/" + i, faults);
        }
        var kind = sent.lineKind == null ? Line.Kind.BRANCH : sent.lineKind;
        String base = sent.base == null ? null : text(sent.base, "base", faults);
        if (kind == Line.Kind.MERGE_REQUEST && base == null) {
            faults.add(
                    Fault.error(
                            "base", "is missing: name the line that the merge request goes into"));
        }
        if (kind != Line.Kind.MERGE_REQUEST && base != null) {
            faults.add(Fault.error("base", "only a MERGE_REQUEST has a base"));
        }
        var renames = sent.renames == null ? Map.<String, String>of() : sent.renames;
        if (renames.size() > MOST_RENAMES || renames.values().stream().anyMatch(Objects::isNull)) {
            faults.add(
                    Fault.error(
                            "renames",
                            "send at most %d pairs of old and new path".formatted(MOST_RENAMES)));
        }
        if (!faults.isEmpty()) {
            throw new Refusal.Invalid(
                    "The part about is not valid, so nothing was stored. Mend it and send the report again.",
                    faults);
        }
        return new About(
                application,
                line,
                kind,
                base,
                commit,
                List.copyOf(ancestors),
                new TreeMap<>(renames),
                sent.kind,
                sent.complete == null || sent.complete,
                sent.scope == null ? Map.of() : new TreeMap<>(sent.scope),
                sent.ruleDigest);
    }

    static About ofJson(String json) {
        return JSON.readValue(json, About.class);
    }

    /** The same meaning gives the same text. */
    String json() {
        return JSON.writeValueAsString(this);
    }

    String scopeJson() {
        return JSON.writeValueAsString(scope);
    }

    private static String text(@Nullable String value, String field, List<Fault> faults) {
        if (value == null || value.isBlank()) {
            faults.add(Fault.error(field, "is missing"));
            return "";
        }
        if (value.length() > LONGEST_NAME || value.chars().anyMatch(Character::isISOControl)) {
            faults.add(
                    Fault.error(
                            field,
                            "is longer than %d characters or has control characters"
                                    .formatted(LONGEST_NAME)));
        }
        return value;
    }

    private static String commit(@Nullable String value, String field, List<Fault> faults) {
        if (value == null || !COMMIT.matcher(value).matches()) {
            faults.add(Fault.error(field, "is not a commit id: 7 to 64 lower-case hex digits"));
            return "";
        }
        return value;
    }
}
