package dev.touchstone.bench;

import dev.touchstone.server.TouchstoneServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** A whole platform with its own durable database in a folder that goes away afterwards. */
final class BenchPlatform implements AutoCloseable {

    private final Path data;
    private final ConfigurableApplicationContext context;

    private BenchPlatform(Path data, ConfigurableApplicationContext context) {
        this.data = data;
        this.context = context;
    }

    static BenchPlatform start() {
        try {
            var data = Files.createTempDirectory("touchstone-bench-");
            var application = new SpringApplication(TouchstoneServer.class);
            application.setDefaultProperties(
                    Map.of("spring.main.banner-mode", "off", "logging.level.root", "WARN"));
            var context = application.run("--touchstone.data=" + data, "--server.port=0");
            return new BenchPlatform(data, context);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    int port() {
        return Objects.requireNonNull(
                        ((WebServerApplicationContext) context).getWebServer(), "no web server")
                .getPort();
    }

    @Override
    public void close() {
        context.close();
        try (Stream<Path> files = Files.walk(data)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
