package dev.touchstone.server.foundation.catalog;

import dev.touchstone.server.foundation.access.DirectoryFixture;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The real applications on a test database, without a Spring context. */
public final class ApplicationsFixture {

    private ApplicationsFixture() {}

    public static Applications on(DataSource database) {
        return new VisibleApplications(
                new ApplicationStore(JdbcClient.create(database)), DirectoryFixture.on(database));
    }
}
