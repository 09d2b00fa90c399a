package dev.touchstone.scanners.secrets;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * Lets JGit see no settings but the repository's own: looking for those of the system would start
 * the program git.
 */
final class WithoutUserSettings extends SystemReader.Delegate {

    private WithoutUserSettings(SystemReader reader) {
        super(reader);
    }

    static synchronized void install() {
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
        public boolean isOutdated() {
            return false;
        }
    }
}
