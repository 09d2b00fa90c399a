package dev.touchstone.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives a platform under test its own database and its own data folder. */
public final class TestDatabaseInitializer
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            var settings = new HashMap<>(TestDatabase.fresh().settings());
            settings.put(
                    "touchstone.data", Files.createTempDirectory("touchstone-data-").toString());
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("testDatabase", settings));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
