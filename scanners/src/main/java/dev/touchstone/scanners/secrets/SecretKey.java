package dev.touchstone.scanners.secrets;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The organisation's key under which two secrets are compared. Neither the key nor what it makes of
 * a secret leaves the process.
 */
public final class SecretKey {

    private static final int BYTES = 32;
    private static final Set<PosixFilePermission> OWNER =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final SecretKeySpec key;

    private SecretKey(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /** At least 16 bytes. */
    public static SecretKey of(byte[] key) {
        if (key.length < 16) {
            throw new IllegalArgumentException("a key for secrets needs at least 16 bytes");
        }
        return new SecretKey(key.clone());
    }

    /**
     * The key of this user, made once.
     *
     * @param environment where {@code XDG_CONFIG_HOME} may stand
     * @throws IOException when it cannot be read or made, or others may read it
     */
    public static SecretKey ofUser(Map<String, String> environment, Path home) throws IOException {
        String configured = environment.getOrDefault("XDG_CONFIG_HOME", "");
        Path folder = configured.isBlank() ? home.resolve(".config") : Path.of(configured);
        return at(folder.resolve("touchstone").resolve("secret.key"));
    }

    static SecretKey at(Path file) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            make(file);
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(
                    file.toString(),
                    null,
                    "the key for secrets is no plain file; remove it, and a new one is made");
        }
        if (isPosix(file)
                && !OWNER.containsAll(
                        Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS))) {
            throw new FileSystemException(
                    file.toString(),
                    null,
                    "others may read the key for secrets; run chmod 600 on it, or remove it, and a new one is made");
        }
        String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
        if (!text.matches("[0-9a-f]{64}")) {
            throw new FileSystemException(
                    file.toString(),
                    null,
                    "the key for secrets is not 64 hexadecimal digits; remove it, and a new one is made");
        }
        return new SecretKey(HexFormat.of().parseHex(text));
    }

    /** Whole or not at all: of two who make it at once the first one's stays. */
    private static void make(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        var suffix = new byte[8];
        new SecureRandom().nextBytes(suffix);
        Path fresh = file.resolveSibling("secret.key." + HexFormat.of().formatHex(suffix));
        try {
            create(fresh);
            Files.writeString(
                    fresh, HexFormat.of().formatHex(random) + "\n", StandardOpenOption.WRITE);
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            return;
        } catch (UnsupportedOperationException e) {
            Files.move(fresh, file);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void create(Path file) throws IOException {
        if (isPosix(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER));
        } else {
            Files.createFile(file);
        }
    }

    private static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    byte[] mac(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(secret.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HmacSHA256", e);
        }
    }

    @Override
    public String toString() {
        return "SecretKey";
    }
}
