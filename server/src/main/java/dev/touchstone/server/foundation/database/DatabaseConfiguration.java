package dev.touchstone.server.foundation.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the database: start or reach it, migrate it, serve from it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

    private static final int CONNECTIONS = 12;

    @Bean(destroyMethod = "close")
    Database database(DatabaseSettings settings, @Value("${touchstone.data}") Path data) {
        return settings.url() == null
                ? OwnDatabase.start(data)
                : ExternalDatabase.reach(settings, settings.url());
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(Database database) {
        new Migrations(database.owner().dataSource(), database.application().user()).run();
        var pool = new HikariDataSource();
        pool.setPoolName("database");
        pool.setDataSource(database.application().dataSource());
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(2);
        pool.setConnectionTimeout(Duration.ofSeconds(20).toMillis());
        return pool;
    }
}
