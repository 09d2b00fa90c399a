package dev.touchstone.cli;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** The words of the command line in one of its two languages. */
public final class Texts {

    private static final String BUNDLE = "dev.touchstone.cli.messages";

    private final Locale locale;
    private final ResourceBundle bundle;

    private Texts(Locale locale) {
        this.locale = locale;
        this.bundle =
                ResourceBundle.getBundle(
                        BUNDLE,
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** Chinese for every tag that begins with {@code zh}, else English. */
    public static Texts of(String languageTag) {
        return new Texts(languageTag.startsWith("zh") ? Locale.CHINESE : Locale.ROOT);
    }

    /** What the option says, else the environment as other programs read it. */
    public static Texts chosen(String[] arguments, Map<String, String> environment) {
        for (var i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith("--lang=")) {
                return of(arguments[i].substring("--lang=".length()));
            }
            if (arguments[i].equals("--lang") && i + 1 < arguments.length) {
                return of(arguments[i + 1]);
            }
        }
        for (var name : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
            var value = environment.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return of(value);
            }
        }
        return of("en");
    }

    public ResourceBundle bundle() {
        return bundle;
    }

    public boolean isChinese() {
        return locale.equals(Locale.CHINESE);
    }

    public String languageTag() {
        return isChinese() ? "zh-CN" : "en";
    }

    /** The text with {@code {0}}, {@code {1}} … replaced. */
    public String get(String key, Object... values) {
        var text = bundle.getString(key);
        for (var i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }
}
