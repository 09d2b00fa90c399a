package bank.jianghai.mobile.ops;

/** Threads at work. */
public class ThreadReport implements Report {

    @Override
    public String run() {
        return Thread.activeCount() + " threads";
    }
}
