package dev.touchstone.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PromisesTest {

    @Test
    void everyTestThatThePromisesNameExists() {
        var named =
                Pattern.compile("`([A-Z]\\w+Test)`")
                        .matcher(
                                Repository.text(
                                        Repository.root().resolve("docs/operate/safety.md")));
        var tests =
                Repository.files("Test.java").stream()
                        .map(file -> file.getFileName().toString().replace(".java", ""))
                        .toList();
        assertThat(named.results().map((MatchResult match) -> match.group(1)).toList())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(tests).contains(name));
    }
}
