package dev.touchstone.server.delivery.findings;

import dev.touchstone.contract.CodeLocation;
import dev.touchstone.contract.FlowStep;
import dev.touchstone.contract.ReportedFinding;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Hashes of what a finding says and of where it is; the same finding in the next report has the
 * same hashes. Not safe for threads: it uses its buffer again.
 */
final class Fields {

    private byte[] buffer = new byte[4096];
    private int size;
    private final MessageDigest digest = sha256();

    /** Everything but places, and by which definition it is identified. */
    long content(String definition, ReportedFinding finding) {
        size = 0;
        put(definition);
        put(finding.ruleId());
        put(finding.severity().ordinal());
        put(finding.suppressed() ? 1 : 0);
        put(finding.title());
        put(finding.message());
        put(finding.helpUri());
        finding.cwes().forEach(this::put);
        if (!finding.fingerprints().isEmpty()) putSorted(finding.fingerprints());
        for (CodeLocation location : finding.locations()) {
            put(location.snippet());
            put(location.symbol());
        }
        for (FlowStep step : finding.flow()) {
            put(step.message());
            put(step.location().snippet());
        }
        return hash();
    }

    private void putSorted(Map<String, String> fingerprints) {
        new TreeMap<>(fingerprints)
                .forEach(
                        (name, value) -> {
                            put(name);
                            put(value);
                        });
    }

    long places(ReportedFinding finding) {
        size = 0;
        finding.locations().forEach(this::put);
        put(-1);
        finding.flow().forEach(step -> put(step.location()));
        return hash();
    }

    private void put(CodeLocation location) {
        put(location.path());
        put(location.startLine());
        put(location.startColumn());
        put(location.endLine());
        put(location.endColumn());
    }

    private void put(int value) {
        room(4);
        for (int shift = 24; shift >= 0; shift -= 8) buffer[size++] = (byte) (value >> shift);
    }

    private void put(@Nullable String value) {
        if (value == null) {
            put(-1);
            return;
        }
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        put(bytes.length);
        room(bytes.length);
        System.arraycopy(bytes, 0, buffer, size, bytes.length);
        size += bytes.length;
    }

    private void room(int more) {
        if (size + more <= buffer.length) return;
        buffer = java.util.Arrays.copyOf(buffer, Math.max(size + more, buffer.length * 2));
    }

    private long hash() {
        digest.update(buffer, 0, size);
        return ByteBuffer.wrap(digest.digest()).getLong();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
