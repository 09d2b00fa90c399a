package bank.jianghai.mobile.statement;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.springframework.stereotype.Component;

/** Unpacks the zip files in which companies send a month of statements. */
@Component
public class StatementPackage {

    private static final int MAX_ENTRIES = 200;
    private static final long MAX_BYTES = 20L * 1024 * 1024;

    private final StatementStore store;

    public StatementPackage(StatementStore store) {
        this.store = store;
    }

    /** Unpacks a month of statements. */
    public int unpackMonth(long customerId, InputStream upload) throws IOException {
        Path folder = store.folderOf(customerId);
        int count = 0;
        try (ZipInputStream zip = new ZipInputStream(upload)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.isDirectory() || ++count > MAX_ENTRIES) {
                    continue;
                }
                Path target = folder.resolve(entry.getName());
                Files.copy(zip, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return count;
    }

    /** Unpacks the attachments of one statement. */
    public int unpackAttachments(long customerId, InputStream upload) throws IOException {
        Path folder = store.folderOf(customerId);
        int count = 0;
        try (ZipInputStream zip = new ZipInputStream(upload)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.isDirectory() || ++count > MAX_ENTRIES) {
                    continue;
                }
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("an entry leaves the folder");
                }
                copyLimited(zip, target);
            }
        }
        return count;
    }

    private static void copyLimited(InputStream in, Path target) throws IOException {
        byte[] content = in.readNBytes((int) MAX_BYTES);
        if (in.read() >= 0) {
            throw new IOException("an entry is too large");
        }
        Files.write(target, content);
    }
}
