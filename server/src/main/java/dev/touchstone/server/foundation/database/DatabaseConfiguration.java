package dev.touchstone.server.foundation.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the database: start or reach it, migrate it, serve from it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

    private static final String NAME = "touchstone";

    @Bean(destroyMethod = "close")
    Database database(DatabaseSettings settings, @Value("${touchstone.data}") Path data) {
        return settings.url() == null ? embedded(data) : external(settings, settings.url());
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(Database database) {
        new Migrations(database.owner().dataSource(), database.application().user()).run();
        var pool = new HikariDataSource();
        pool.setDataSource(database.application().dataSource());
        pool.setMaximumPoolSize(10);
        return pool;
    }

    private static Database embedded(Path data) {
        var postgres =
                EmbeddedPostgres.start(
                        data.resolve("postgres"),
                        Binaries.shippedBelow(data.resolve("programs")),
                        List.of());
        var owner = postgres.access(Roles.OWNER, NAME);
        var application = postgres.access(Roles.APPLICATION, NAME);
        var superuser = postgres.superuser().dataSource();
        Roles.make(superuser, List.of(owner, application));
        Roles.makeDatabase(superuser, NAME);
        return new Running(owner, application, postgres::close);
    }

    private static Database external(DatabaseSettings settings, String url) {
        return new Running(
                access(url, settings.ownerUser(), settings.ownerPasswordFile()),
                access(url, settings.user(), settings.passwordFile()),
                () -> {});
    }

    private static Access access(
            String url,
            @org.jspecify.annotations.Nullable String user,
            @org.jspecify.annotations.Nullable Path passwordFile) {
        return new Access(
                url,
                Objects.requireNonNull(user),
                Folders.read(Objects.requireNonNull(passwordFile)));
    }

    private record Running(Access owner, Access application, Runnable stop) implements Database {
        @Override
        public void close() {
            stop.run();
        }
    }
}
