package bank.jianghai.mobile.ops;

/** A report that the help desk can start. */
public interface Report {

    String run();
}
