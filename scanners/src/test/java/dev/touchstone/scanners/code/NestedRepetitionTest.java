package dev.touchstone.scanners.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NestedRepetitionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"(a+)+$", "^([a-z]+)*$", "(([A-Za-z0-9])+.?)+ Ltd", "(\\d*)*x", "(a{2,})+b"})
    void aRepetitionOfARepetitionIsFound(String regex) {
        assertThat(NestedRepetition.isIn(regex)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a-z]+",
                "([\\w-]+\\.)+com",
                "(a+)?b",
                "(ab)+",
                "(?:[a-z]+,)*",
                "(a++)+",
                "([(+*)])+x",
                "\\(a+\\)+",
                "(",
                "a)",
                "[",
                "\\",
                "x{"
            })
    void aSeparatorOrABoundMakesItHarmless(String regex) {
        assertThat(NestedRepetition.isIn(regex)).isFalse();
    }
}
