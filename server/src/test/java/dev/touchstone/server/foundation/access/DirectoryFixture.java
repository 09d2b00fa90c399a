package dev.touchstone.server.foundation.access;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The real directory on a test database, without a Spring context. */
public final class DirectoryFixture {

    private DirectoryFixture() {}

    public static Directory on(DataSource database) {
        return new DirectoryStore(JdbcClient.create(database));
    }
}
