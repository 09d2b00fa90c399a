package dev.touchstone.server.foundation.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class DatabaseSettingsTest {

    @Test
    void comeFromTheEnvironmentUnderTheNamesOfTheManual() {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(
                        new SystemEnvironmentPropertySource(
                                "manual-systemEnvironment",
                                Map.of(
                                        "TOUCHSTONE_DB_URL", "jdbc:postgresql://db/touchstone",
                                        "TOUCHSTONE_DB_USER", "app",
                                        "TOUCHSTONE_DB_PASSWORD_FILE", "/run/app",
                                        "TOUCHSTONE_DB_OWNER_USER", "owner",
                                        "TOUCHSTONE_DB_OWNER_PASSWORD_FILE", "/run/owner")));
        ConfigurationPropertySources.attach(environment);

        assertThat(Binder.get(environment).bind("touchstone.db", DatabaseSettings.class).get())
                .isEqualTo(
                        new DatabaseSettings(
                                "jdbc:postgresql://db/touchstone",
                                "app",
                                Path.of("/run/app"),
                                "owner",
                                Path.of("/run/owner")));
    }
}
