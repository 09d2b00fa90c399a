package dev.touchstone.server.delivery.findings;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes the rows of a {@code COPY … TO STDOUT (FORMAT binary)} apart while they arrive. */
final class BinaryRows extends OutputStream {

    private static final int HEADER = 19;

    private final Consumer<BinaryRows> taker;
    private byte[] buffer = new byte[1 << 12];
    private int size;
    private boolean started;
    private ByteBuffer row = ByteBuffer.allocate(0);

    BinaryRows(Consumer<BinaryRows> taker) {
        this.taker = taker;
    }

    long int8() {
        row.getInt();
        return row.getLong();
    }

    /** Null where the column is null. */
    @Nullable Long int8OrNull() {
        return row.getInt() < 0 ? null : row.getLong();
    }

    int int4() {
        row.getInt();
        return row.getInt();
    }

    boolean bool() {
        row.getInt();
        return row.get() != 0;
    }

    byte[] bytea() {
        byte[] bytes = new byte[row.getInt()];
        row.get(bytes);
        return bytes;
    }

    @Override
    public void write(int octet) {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (size + length > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(size + length, buffer.length * 2));
        }
        System.arraycopy(bytes, offset, buffer, size, length);
        size += length;
        int at = started ? 0 : header();
        int end = at < 0 ? -1 : endOfRow(at);
        while (end > 0) {
            row = ByteBuffer.wrap(buffer, at + 2, end - at - 2);
            taker.accept(this);
            at = end;
            end = endOfRow(at);
        }
        if (at > 0) {
            System.arraycopy(buffer, at, buffer, 0, size - at);
            size -= at;
        }
    }

    private int header() {
        if (size < HEADER) return -1;
        started = true;
        return HEADER + int4At(HEADER - 4);
    }

    /** -1 when the row is not whole yet, or none follows. */
    private int endOfRow(int start) {
        if (size - start < 2) return -1;
        int columns = (short) (buffer[start] << 8 | buffer[start + 1] & 0xff);
        int at = start + 2;
        for (int column = 0; column < columns; column++) {
            if (size - at < 4) return -1;
            at += 4 + Math.max(0, int4At(at));
            if (at > size) return -1;
        }
        return columns < 0 ? -1 : at;
    }

    private int int4At(int at) {
        return ByteBuffer.wrap(buffer, at, 4).getInt();
    }
}
