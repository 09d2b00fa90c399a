package dev.touchstone.scanners.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

class SettingsFileTest {

    @Test
    void nestedKeysAreJoinedAndComparedAsFrameworksDo() {
        assertThat(
                        SettingsFile.read(
                                "application.yml",
                                "spring:\n  h2Console:\n    allow-others: [a, b]\n"))
                .extracting(Setting::plainKey, Setting::value, Setting::line)
                .containsExactly(
                        tuple("spring.h2console.allowothers", "a", 3),
                        tuple("spring.h2console.allowothers", "b", 3));
    }

    @Test
    void aPlaceholderStandsWithItsDefault() {
        assertThat(SettingsFile.read("a.properties", "a=${X:true}\nb=${Y}\n"))
                .extracting(Setting::value)
                .containsExactly("true", "${Y}");
    }

    @Test
    void continuedLinesAndCommentsOfPropertiesAreRead() {
        assertThat(SettingsFile.read("a.properties", "# no=1\na = 1,\\\n  2\nb: 3\nc 4\n"))
                .extracting(Setting::key, Setting::value, Setting::line)
                .containsExactly(tuple("a", "1,  2", 2), tuple("b", "3", 4), tuple("c", "4", 5));
    }

    @Test
    void profilesForDevelopmentAreToldApart() {
        String two = "debug: true\n---\nspring.config.activate.on-profile: dev\ndebug: true\n";
        assertThat(SettingsFile.read("application.yml", two))
                .extracting(Setting::development)
                .containsExactly(false, true, true);
        assertThat(SettingsFile.read("application-local.properties", "debug=true"))
                .extracting(Setting::development)
                .containsExactly(true);
        assertThat(SettingsFile.read("application-prod.properties", "debug=true"))
                .extracting(Setting::development)
                .containsExactly(false);
    }
}
