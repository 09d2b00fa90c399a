package dev.touchstone.engine.policy;

/** A text for people in both languages of the product. */
public record Text(String zh, String en) {

    /** In the language of a tag such as {@code zh-CN} or {@code en}; English for any other. */
    public String in(String languageTag) {
        return languageTag.startsWith("zh") ? zh : en;
    }
}
