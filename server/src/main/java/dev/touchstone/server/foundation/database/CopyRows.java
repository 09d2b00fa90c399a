package dev.touchstone.server.foundation.database;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rows in PostgreSQL's binary COPY format. Each row begins with {@link #row()} and then gives every
 * column once, in order; a method's name is the column's type.
 */
public final class CopyRows {

    private static final byte[] SIGNATURE =
            "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final long EPOCH_2000 = 946_684_800L;
    private static final int OID_INT8 = 20;
    private static final int OID_TEXT = 25;

    /** Where the bytes go. */
    @FunctionalInterface
    interface Target {
        void write(byte[] bytes, int length);
    }

    private final Target target;
    private final int columns;
    private byte[] buffer = new byte[1 << 16];
    private ByteBuffer out = ByteBuffer.wrap(buffer);
    private int given;

    CopyRows(Target target, int columns) {
        this.target = target;
        this.columns = columns;
        this.given = columns;
        out.put(SIGNATURE).putInt(0).putInt(0);
    }

    /** Begins the next row. */
    public CopyRows row() {
        requireWhole();
        room(2).putShort((short) columns);
        given = 0;
        return this;
    }

    public CopyRows int8(long value) {
        field(8).putLong(value);
        return this;
    }

    public CopyRows int8(@Nullable Long value) {
        return value == null ? none() : int8(value.longValue());
    }

    public CopyRows int4(int value) {
        field(4).putInt(value);
        return this;
    }

    public CopyRows int4(@Nullable Integer value) {
        return value == null ? none() : int4(value.intValue());
    }

    public CopyRows int2(int value) {
        field(2).putShort((short) value);
        return this;
    }

    public CopyRows float8(double value) {
        field(8).putDouble(value);
        return this;
    }

    public CopyRows bool(boolean value) {
        field(1).put((byte) (value ? 1 : 0));
        return this;
    }

    public CopyRows bool(@Nullable Boolean value) {
        return value == null ? none() : bool(value.booleanValue());
    }

    /** PostgreSQL cannot hold U+0000; it is stored as U+FFFD. */
    public CopyRows text(@Nullable String value) {
        return value == null ? none() : bytea(encode(value));
    }

    public CopyRows bytea(byte @Nullable [] value) {
        if (value == null) {
            return none();
        }
        field(value.length).put(value);
        return this;
    }

    public CopyRows jsonb(@Nullable String value) {
        if (value == null) {
            return none();
        }
        var bytes = encode(value);
        field(bytes.length + 1).put((byte) 1).put(bytes);
        return this;
    }

    public CopyRows uuid(@Nullable UUID value) {
        if (value == null) {
            return none();
        }
        field(16).putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
        return this;
    }

    public CopyRows timestamptz(@Nullable Instant value) {
        return value == null
                ? none()
                : int8(
                        (value.getEpochSecond() - EPOCH_2000) * 1_000_000L
                                + value.getNano() / 1_000);
    }

    public CopyRows textArray(@Nullable Collection<String> values) {
        return values == null
                ? none()
                : array(OID_TEXT, values.stream().map(CopyRows::encode).toList());
    }

    public CopyRows int8Array(@Nullable Collection<Long> values) {
        return values == null
                ? none()
                : array(
                        OID_INT8,
                        values.stream()
                                .map(value -> ByteBuffer.allocate(8).putLong(value).array())
                                .toList());
    }

    /** The column stays null. */
    public CopyRows none() {
        count();
        room(4).putInt(-1);
        return this;
    }

    void finish() {
        requireWhole();
        room(2).putShort((short) -1);
        flush();
    }

    private CopyRows array(int type, List<byte[]> elements) {
        if (elements.isEmpty()) {
            field(12).putInt(0).putInt(0).putInt(type);
            return this;
        }
        var size = 20 + elements.stream().mapToInt(element -> 4 + element.length).sum();
        field(size).putInt(1).putInt(0).putInt(type).putInt(elements.size()).putInt(1);
        elements.forEach(element -> out.putInt(element.length).put(element));
        return this;
    }

    private ByteBuffer field(int length) {
        count();
        return room(4 + length).putInt(length);
    }

    private void count() {
        if (++given > columns) {
            throw new IllegalStateException("More values than the " + columns + " columns");
        }
    }

    private void requireWhole() {
        if (given != columns) {
            throw new IllegalStateException(given + " values for " + columns + " columns");
        }
    }

    private ByteBuffer room(int bytes) {
        if (out.remaining() < bytes) {
            flush();
            if (out.remaining() < bytes) {
                buffer = new byte[bytes];
                out = ByteBuffer.wrap(buffer);
            }
        }
        return out;
    }

    private void flush() {
        target.write(buffer, out.position());
        out.clear();
    }

    private static byte[] encode(String value) {
        var storable = value.indexOf('\0') < 0 ? value : value.replace('\0', '\uFFFD');
        return storable.getBytes(StandardCharsets.UTF_8);
    }
}
