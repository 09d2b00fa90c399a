package dev.touchstone.server.delivery.intake;

import dev.touchstone.server.foundation.database.Copy;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The bytes of reports as they came, in parts, packed. */
@Repository
class RawStore {

    private static final int PART = 1 << 20;

    private final JdbcClient jdbc;
    private final Copy copy;

    RawStore(JdbcClient jdbc, Copy copy) {
        this.jdbc = jdbc;
        this.copy = copy;
    }

    boolean has(long applicationId, byte[] sha256) {
        return jdbc.sql(
                        """
                        select exists (select from intake.raw
                                        where application_id = :application and sha256 = :sha256)
                        """)
                .param("application", applicationId)
                .param("sha256", sha256)
                .query(Boolean.class)
                .single();
    }

    void add(long applicationId, byte[] sha256, InputStream bytes) throws IOException {
        try {
            copy.into(
                    "intake.raw",
                    List.of("application_id", "sha256", "part", "bytes"),
                    rows -> {
                        var parts =
                                new Parts(
                                        (number, part) ->
                                                rows.row()
                                                        .int8(applicationId)
                                                        .bytea(sha256)
                                                        .int4(number)
                                                        .bytea(part));
                        try (var packed = new Packed(parts)) {
                            bytes.transferTo(packed);
                        } catch (IOException problem) {
                            throw new UncheckedIOException(problem);
                        }
                    });
        } catch (UncheckedIOException problem) {
            throw problem.getCause();
        }
    }

    /** Writes the bytes out again; one part is in memory at a time. */
    void writeTo(long applicationId, byte[] sha256, OutputStream out) throws IOException {
        try (var plain = new GZIPInputStream(new StoredParts(applicationId, sha256), 1 << 16)) {
            plain.transferTo(out);
        }
    }

    private byte[] part(long applicationId, byte[] sha256, int number) {
        return jdbc.sql(
                        """
                        select bytes from intake.raw
                         where application_id = :application and sha256 = :sha256 and part = :part
                        """)
                .param("application", applicationId)
                .param("sha256", sha256)
                .param("part", number)
                .query(byte[].class)
                .optional()
                .orElse(new byte[0]);
    }

    /** Quick rather than small: reports shrink to a tenth in any case. */
    private static final class Packed extends GZIPOutputStream {
        Packed(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    /** Takes one part. */
    @FunctionalInterface
    private interface PartTaker {
        void take(int number, byte[] part);
    }

    /** Cuts a stream into parts. */
    private static final class Parts extends FilterOutputStream {

        private final PartTaker taker;
        private final byte[] buffer = new byte[PART];
        private int size;
        private int number;

        Parts(PartTaker taker) {
            super(OutputStream.nullOutputStream());
            this.taker = taker;
        }

        @Override
        public void write(int octet) {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            int from = offset;
            int left = length;
            while (left > 0) {
                int now = Math.min(left, PART - size);
                System.arraycopy(bytes, from, buffer, size, now);
                size += now;
                from += now;
                left -= now;
                if (size == PART) give();
            }
        }

        @Override
        public void close() {
            if (size > 0) give();
        }

        private void give() {
            taker.take(number++, java.util.Arrays.copyOf(buffer, size));
            size = 0;
        }
    }

    /** Reads one part after the other. */
    private final class StoredParts extends InputStream {

        private final long applicationId;
        private final byte[] sha256;
        private byte[] current = {};
        private int at;
        private int number;

        StoredParts(long applicationId, byte[] sha256) {
            this.applicationId = applicationId;
            this.sha256 = sha256;
        }

        @Override
        public int read() {
            return fill() ? current[at++] & 0xff : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (!fill()) return -1;
            int now = Math.min(length, current.length - at);
            System.arraycopy(current, at, bytes, offset, now);
            at += now;
            return now;
        }

        private boolean fill() {
            if (at < current.length) return true;
            current = part(applicationId, sha256, number++);
            at = 0;
            return current.length > 0;
        }
    }
}
