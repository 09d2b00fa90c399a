package dev.touchstone.cli.scan;

import dev.touchstone.scanners.KeptReports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The last report of the bytecode scanner about each project, with the key of its inputs. */
final class KeptBytecodeReports implements KeptReports {

    private final CacheFolder cache;
    private final String name;
    private final Path work;

    /**
     * @param work a private folder in which a kept report is laid out
     */
    KeptBytecodeReports(CacheFolder cache, Path root, Path work) {
        this.cache = cache;
        this.name = ContentDigests.hex(root + "\nbytecode").substring(0, 32);
        this.work = work;
    }

    @Override
    public @Nullable Kept find(String key) throws IOException {
        var bytes = cache.read(name);
        if (bytes == null) {
            return null;
        }
        var end = indexOf(bytes, (byte) '\n');
        var head = new String(bytes, 0, Math.max(end, 0), StandardCharsets.UTF_8).split("\t", 3);
        if (head.length != 3 || !head[0].equals(key) || !head[1].matches("[0-7]")) {
            return null;
        }
        var report = Files.createTempFile(work, "kept-", ".sarif");
        Files.write(report, Arrays.copyOfRange(bytes, end + 1, bytes.length));
        return new Kept(report, Integer.parseInt(head[1]), head[2]);
    }

    @Override
    public void keep(String key, Kept report) throws IOException {
        if (!cache.isThere()) {
            return;
        }
        var head =
                (key + "\t" + report.exit() + "\t" + report.messages().replace('\n', ' ') + "\n")
                        .getBytes(StandardCharsets.UTF_8);
        var body = Files.readAllBytes(report.report());
        var whole = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        cache.write(name, whole);
    }

    private static int indexOf(byte[] bytes, byte wanted) {
        for (var i = 0; i < bytes.length; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }
}
