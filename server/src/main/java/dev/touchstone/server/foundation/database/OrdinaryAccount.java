package dev.touchstone.server.foundation.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.ApplicationListener;

/** The account that the platform runs as: anything but root. */
public final class OrdinaryAccount {

    private static final int ROOT = 0;

    private OrdinaryAccount() {}

    /**
     * @throws DatabaseNotStarted as root, saying how to start instead
     */
    public static void require() {
        require(uid());
    }

    /** Asks before anything of the platform starts; a refusal is explained as any failed start. */
    public static ApplicationListener<ApplicationPreparedEvent> asListener() {
        return prepared -> require();
    }

    static void require(int uid) {
        if (uid == ROOT) {
            throw new DatabaseNotStarted(
                    "The platform and its database do not run as root: what they read comes from"
                            + " outside, and a fault in them would be root's.",
                    "Start with ./touchstone server, which steps down to the account touchstone, or"
                            + " from an ordinary account.");
        }
    }

    private static int uid() {
        try {
            return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        } catch (IOException | UnsupportedOperationException noProc) {
            return System.getProperty("user.name").equals("root") ? ROOT : -1;
        }
    }
}
