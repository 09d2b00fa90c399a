package dev.touchstone.formats;

import dev.touchstone.contract.Fault;
import java.util.List;

/** The input is refused as a whole; the faults say where and why, the first one is the message. */
public final class InvalidReport extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    public InvalidReport(List<Fault> faults) {
        super(faults.getFirst().place() + ": " + faults.getFirst().message());
        this.faults = List.copyOf(faults);
    }

    public static InvalidReport at(String place, String message) {
        return new InvalidReport(List.of(Fault.error(place, message)));
    }

    public List<Fault> faults() {
        return faults;
    }
}
