package dev.touchstone.cli;

import java.util.List;

/**
 * An end that a person can do something about: the text says what happened, why, and what to do.
 */
public final class Trouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exit;
    private final String key;
    private final transient List<Object> values;

    /**
     * @param key of the text in the bundle
     */
    public Trouble(int exit, String key, Object... values) {
        super(key);
        this.exit = exit;
        this.key = key;
        this.values = List.of(values);
    }

    public static Trouble wrongUse(String key, Object... values) {
        return new Trouble(Exit.WRONG_USE, key, values);
    }

    public int exit() {
        return exit;
    }

    public String key() {
        return key;
    }

    public String text(Texts texts) {
        return texts.get(key, values.toArray());
    }
}
