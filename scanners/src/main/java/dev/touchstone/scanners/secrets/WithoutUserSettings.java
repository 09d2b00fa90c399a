package dev.touchstone.scanners.secrets;

import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * Lets JGit see no settings but the repository's own: looking for those of the system would start
 * the program git. To be called before a repository is opened.
 */
public final class WithoutUserSettings extends SystemReader.Delegate {

    private static final int CLOCK_MILLISECONDS = 10;

    private WithoutUserSettings(SystemReader reader) {
        super(reader);
    }

    /** For this process; to call it again changes nothing. */
    public static synchronized void install() {
        SystemReader now = SystemReader.getInstance();
        if (!(now instanceof WithoutUserSettings)) {
            SystemReader.setInstance(new WithoutUserSettings(now));
        }
    }

    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
        return new Empty(parent, fs);
    }

    @Override
    public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
        return new Empty(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
        return new Empty(parent, fs);
    }

    private static final class Empty extends FileBasedConfig {

        Empty(@Nullable Config parent, FS fs) {
            super(parent, null, fs);
        }

        @Override
        public void load() {
            // There is nothing to read.
        }

        @Override
        public void save() {
            // Nothing is kept.
        }

        @Override
        public boolean isOutdated() {
            return false;
        }

        /**
         * Without an answer JGit would find out how exact the clock is, with files of its own in
         * the repository.
         */
        @Override
        public long getTimeUnit(
                String section,
                @Nullable String subsection,
                String name,
                long otherwise,
                TimeUnit unit) {
            boolean clock = section.equals("filesystem");
            return clock
                    ? unit.convert(CLOCK_MILLISECONDS, TimeUnit.MILLISECONDS)
                    : super.getTimeUnit(section, subsection, name, otherwise, unit);
        }
    }
}
