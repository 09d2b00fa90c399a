package bank.jianghai.mobile.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Files that the auditors fetch in the morning. */
@Component
public class AuditExport {

    /** Hands over the list of events. */
    public void release(Path events) throws IOException {
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        permissions.add(PosixFilePermission.OWNER_READ);
        permissions.add(PosixFilePermission.GROUP_READ);
        permissions.add(PosixFilePermission.OTHERS_READ);
        permissions.add(PosixFilePermission.OTHERS_WRITE);
        Files.setPosixFilePermissions(events, permissions);
    }

    /** Hands over the summary. */
    public void releaseSummary(Path summary) throws IOException {
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        permissions.add(PosixFilePermission.OWNER_READ);
        permissions.add(PosixFilePermission.GROUP_READ);
        Files.setPosixFilePermissions(summary, permissions);
    }
}
