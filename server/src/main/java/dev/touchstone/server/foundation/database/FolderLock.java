package dev.touchstone.server.foundation.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One platform per data folder; the lock ends with the process, however that ends. */
final class FolderLock implements AutoCloseable {

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    static FolderLock take(Path folder) {
        try {
            var channel =
                    FileChannel.open(
                            Folders.createPrivate(folder).resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new DatabaseNotStarted(
                        "Another Touchstone is running with the data in " + folder + ".",
                        "Stop it first, or give this one another folder (touchstone.data).");
            }
            return new FolderLock(channel);
        } catch (IOException cause) {
            throw new DatabaseNotStarted(
                    "The folder " + folder + " cannot be used: " + cause.getMessage(),
                    "The folder must belong to the account that runs the platform.",
                    cause);
        }
    }

    static boolean isFree(Path folder) {
        try (var lock = take(folder)) {
            return lock != null;
        } catch (DatabaseNotStarted taken) {
            return false;
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldHere) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException cause) {
            throw new java.io.UncheckedIOException(cause);
        }
    }
}
