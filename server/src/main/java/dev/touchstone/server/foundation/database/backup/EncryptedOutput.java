package dev.touchstone.server.foundation.database.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

/** Encrypts what is written; only {@link #close()} makes the file whole. */
final class EncryptedOutput extends OutputStream {

    private final OutputStream out;
    private final Portions portions;
    private final byte[] buffer = new byte[Portions.PLAIN];
    private int filled;
    private boolean closed;

    EncryptedOutput(OutputStream out, Passphrase passphrase) throws IOException {
        var random = new SecureRandom();
        var salt = new byte[Portions.SALT];
        var prefix = new byte[Portions.PREFIX];
        random.nextBytes(salt);
        random.nextBytes(prefix);
        var head = Portions.head(salt, prefix);
        this.out = out;
        this.portions =
                new Portions(passphrase.key(salt, Passphrase.MEMORY_KIB, Passphrase.ROUNDS), head);
        out.write(head);
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        var from = offset;
        var left = length;
        while (left > 0) {
            if (filled == buffer.length) {
                flushPortion(false);
            }
            var part = Math.min(left, buffer.length - filled);
            System.arraycopy(bytes, from, buffer, filled, part);
            filled += part;
            from += part;
            left -= part;
        }
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            flushPortion(true);
            out.close();
        }
    }

    private void flushPortion(boolean last) throws IOException {
        try {
            out.write(portions.seal(buffer, filled, last));
            filled = 0;
        } catch (GeneralSecurityException cause) {
            throw new IOException("The backup cannot be encrypted", cause);
        }
    }
}
