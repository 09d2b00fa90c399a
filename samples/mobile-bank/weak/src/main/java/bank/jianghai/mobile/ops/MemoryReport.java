package bank.jianghai.mobile.ops;

/** Memory in use. */
public class MemoryReport implements Report {

    @Override
    public String run() {
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / (1024 * 1024) + " MiB in use";
    }
}
