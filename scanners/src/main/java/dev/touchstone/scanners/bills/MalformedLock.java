package dev.touchstone.scanners.bills;

/** A file is not what its name says; the message names the place. */
public final class MalformedLock extends Exception {
    private static final long serialVersionUID = 1L;

    public MalformedLock(String place, String message) {
        super(place.isEmpty() ? message : place + ": " + message);
    }
}
