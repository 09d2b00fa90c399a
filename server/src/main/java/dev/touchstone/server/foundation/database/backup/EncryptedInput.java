package dev.touchstone.server.foundation.database.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;

/** Decrypts; gives out nothing that was not authenticated. */
final class EncryptedInput extends InputStream {

    private static final int MOST_MEMORY_KIB = 1 << 20;
    private static final int MOST_ROUNDS = 20;

    private final PushbackInputStream in;
    private final Portions portions;
    private byte[] plain = new byte[0];
    private int position;
    private boolean ended;

    /**
     * @param in positioned at the start of the file
     */
    EncryptedInput(InputStream in, Passphrase passphrase) throws IOException {
        this.in = new PushbackInputStream(in, 1);
        var head = in.readNBytes(Portions.HEAD);
        if (head.length < Portions.HEAD) {
            throw damaged(null);
        }
        var numbers = ByteBuffer.wrap(head, Portions.MAGIC.length, 8);
        var memory = numbers.getInt();
        var rounds = numbers.getInt();
        if (memory < 8 || memory > MOST_MEMORY_KIB || rounds < 1 || rounds > MOST_ROUNDS) {
            throw damaged(null);
        }
        var salt = new byte[Portions.SALT];
        ByteBuffer.wrap(head, Portions.MAGIC.length + 8, Portions.SALT).get(salt);
        this.portions = new Portions(passphrase.key(salt, memory, rounds), head);
    }

    @Override
    public int read() throws IOException {
        return fill() ? plain[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (!fill()) {
            return -1;
        }
        var part = Math.min(length, plain.length - position);
        System.arraycopy(plain, position, bytes, offset, part);
        position += part;
        return part;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean fill() throws IOException {
        while (position == plain.length) {
            if (ended) {
                return false;
            }
            var sealed = in.readNBytes(Portions.PLAIN + Portions.TAG);
            var next = in.read();
            ended = next < 0;
            if (!ended) {
                in.unread(next);
            }
            try {
                plain = portions.open(sealed, sealed.length, ended);
                position = 0;
            } catch (GeneralSecurityException cause) {
                throw damaged(cause);
            }
        }
        return true;
    }

    private static BackupRefused damaged(@org.jspecify.annotations.Nullable Throwable cause) {
        return new BackupRefused(
                "The backup cannot be decrypted: the passphrase is another one, or the file is damaged"
                        + " or cut off.",
                "Check the passphrase file; then fetch the file again from where it is kept.",
                cause);
    }
}
