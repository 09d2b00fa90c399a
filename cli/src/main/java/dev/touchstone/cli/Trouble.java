package dev.touchstone.cli;

import java.util.List;

/**
 * An end that a person can do something about: the text says what happened, why, and what to do.
 */
final class Trouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exit;
    private final String key;
    private final transient List<Object> values;

    /**
     * @param key of the text in the bundle
     */
    Trouble(int exit, String key, Object... values) {
        super(key);
        this.exit = exit;
        this.key = key;
        this.values = List.of(values);
    }

    static Trouble wrongUse(String key, Object... values) {
        return new Trouble(Exit.WRONG_USE, key, values);
    }

    int exit() {
        return exit;
    }

    String key() {
        return key;
    }

    String text(Texts texts) {
        return texts.get(key, values.toArray());
    }
}
