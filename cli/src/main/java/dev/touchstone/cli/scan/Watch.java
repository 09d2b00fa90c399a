package dev.touchstone.cli.scan;

/** Hears how far a scan is; called by several threads. */
public interface Watch {

    Watch NOBODY =
            new Watch() {
                @Override
                public void begins(String tool, long work) {}

                @Override
                public void did(String tool, long work) {}

                @Override
                public void ended(String tool) {}
            };

    /**
     * @param work in bytes, or 0 when it cannot be told
     */
    void begins(String tool, long work);

    void did(String tool, long work);

    void ended(String tool);
}
