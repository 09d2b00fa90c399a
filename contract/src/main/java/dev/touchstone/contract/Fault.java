package dev.touchstone.contract;

/**
 * Something wrong with an input, with its place.
 *
 * @param place JSON pointer, {@code line:column}, or field name
 * @param message what is wrong and what is expected there
 */
public record Fault(Level level, String place, String message) {

    /** An ERROR refuses the input as a whole; a WARNING is kept beside it. */
    public enum Level {
        WARNING,
        ERROR
    }

    public static Fault error(String place, String message) {
        return new Fault(Level.ERROR, place, message);
    }

    public static Fault warning(String place, String message) {
        return new Fault(Level.WARNING, place, message);
    }
}
