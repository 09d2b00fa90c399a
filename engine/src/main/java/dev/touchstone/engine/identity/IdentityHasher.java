package dev.touchstone.engine.identity;

import dev.touchstone.contract.CodeLocation;
import dev.touchstone.contract.ReportedFinding;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Computes the same as {@link IdentityDefinition#of}, without keeping the canonical input: for
 * reports of a hundred thousand findings. Not safe for threads.
 */
public final class IdentityHasher {

    private final IdentityDefinition definition;
    private final String tool;
    private final MessageDigest digest = IdentityDefinition.sha256();
    private byte[] buffer = new byte[1 << 10];
    private int size;
    private long context;
    private boolean placed;

    public IdentityHasher(IdentityDefinition definition, String tool) {
        this.definition = definition;
        this.tool = tool;
    }

    /** Takes the next finding; the other methods speak of it then. */
    public Identity.Key key(ReportedFinding finding) {
        size = 0;
        placed = false;
        append(definition.name());
        for (Ingredient ingredient : definition.ingredients()) {
            String value = ingredient.of(tool, finding);
            append(ingredient.name());
            append(value);
            placed |= ingredient.tellsThePlace() && !value.isEmpty();
        }
        digest.update(buffer, 0, size);
        context = ByteBuffer.wrap(digest.digest()).getLong();
        CodeLocation place = finding.primaryLocation();
        append("PATH");
        append(place == null ? "" : place.path());
        digest.update(buffer, 0, size);
        return Identity.Key.of(digest.digest());
    }

    /** See {@link Identity#context}. */
    public long context() {
        return context;
    }

    /** See {@link Identity#placed}. */
    public boolean placed() {
        return placed;
    }

    private void append(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        if (size + bytes.length + 12 > buffer.length) {
            buffer = Arrays.copyOf(buffer, (size + bytes.length + 12) * 2);
        }
        number(value.length());
        buffer[size++] = ':';
        System.arraycopy(bytes, 0, buffer, size, bytes.length);
        size += bytes.length;
        buffer[size++] = ',';
    }

    private void number(int value) {
        int end = size + digits(value);
        int rest = value;
        for (int at = end - 1; at >= size; at--) {
            buffer[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size = end;
    }

    private static int digits(int value) {
        int digits = 1;
        for (int rest = value / 10; rest > 0; rest /= 10) digits++;
        return digits;
    }
}
