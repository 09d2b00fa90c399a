package dev.touchstone.engine.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Hashes entries. Each field is preceded by its length, so that no two different entries give the
 * same bytes; a fixed first field keeps these hashes apart from all others.
 */
public final class Chain {

    private static final byte[] DOMAIN =
            "touchstone-ledger-entry/1".getBytes(StandardCharsets.UTF_8);

    private final MessageDigest digest;
    private final Suite suite;
    private final byte[] suiteId;
    private ByteBuffer buffer = ByteBuffer.allocate(1024);

    /** For one thread. */
    public Chain(Suite suite) {
        this.suite = suite;
        this.suiteId = suite.id().getBytes(StandardCharsets.UTF_8);
        this.digest = suite.digest();
    }

    /** The hash of an entry, with which the next one is chained. */
    public byte[] hash(Link link) {
        if (link.suite() != suite) {
            throw new IllegalArgumentException(link + " is not hashed with " + suite.id());
        }
        buffer.clear();
        field(DOMAIN);
        field(suiteId);
        field(link.sequence());
        field(microseconds(link.at()));
        var entity = link.entityId();
        if (entity == null) {
            field(new byte[0]);
        } else {
            field(entity);
        }
        field(link.actor().getBytes(StandardCharsets.UTF_8));
        field(link.command().getBytes(StandardCharsets.UTF_8));
        field(link.subject().getBytes(StandardCharsets.UTF_8));
        field(link.bodyDigest());
        field(link.previous());
        digest.update(buffer.array(), 0, buffer.position());
        return digest.digest();
    }

    private static long microseconds(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    private void field(long value) {
        room(12).putInt(8).putLong(value);
    }

    private void field(byte[] value) {
        room(4 + value.length).putInt(value.length).put(value);
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            var larger = ByteBuffer.allocate(2 * (buffer.capacity() + bytes));
            buffer = larger.put(buffer.flip());
        }
        return buffer;
    }
}
