package dev.touchstone.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.FileSystemUtils;

/** Gives a platform under test its own database and its own data folder. */
public final class TestDatabaseInitializer
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            var settings = new HashMap<>(TestDatabase.fresh().settings());
            var data = Files.createTempDirectory("touchstone-data-");
            Runtime.getRuntime()
                    .addShutdownHook(
                            new Thread(() -> FileSystemUtils.deleteRecursively(data.toFile())));
            settings.put("touchstone.data", data.toString());
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("testDatabase", settings));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
