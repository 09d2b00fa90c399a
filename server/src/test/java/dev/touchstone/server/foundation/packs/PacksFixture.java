package dev.touchstone.server.foundation.packs;

import dev.touchstone.server.foundation.ledger.Ledger;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The real packs on a test database, without a Spring context. */
public final class PacksFixture {

    private PacksFixture() {}

    public static Packs on(DataSource database, Ledger ledger, Clock clock) {
        return new Packs(new PackStore(JdbcClient.create(database)), ledger, clock);
    }
}
