package dev.touchstone.server.foundation.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.server.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ExternalPostgresTest {

    @Test
    void acceptsADatabaseInUtf8WithPlainOrder() {
        var database = TestDatabase.empty();

        assertThatCode(() -> check(database)).doesNotThrowAnyException();
    }

    @Test
    void refusesADatabaseThatTakesChineseForPunctuation() {
        var database = TestDatabase.made("ENCODING 'UTF8' LOCALE_PROVIDER libc LOCALE 'C'");

        assertThatThrownBy(() -> check(database))
                .isInstanceOf(DatabaseNotStarted.class)
                .hasMessageContaining("takes Chinese characters for punctuation");
    }

    @Test
    void refusesADatabaseInAnotherEncoding() {
        var database = TestDatabase.made("ENCODING 'SQL_ASCII' LOCALE_PROVIDER libc LOCALE 'C'");

        assertThatThrownBy(() -> check(database))
                .isInstanceOf(DatabaseNotStarted.class)
                .hasMessageContaining("SQL_ASCII");
    }

    @Test
    void refusesToServeAsTheOwner() {
        var database = TestDatabase.empty();

        assertThatThrownBy(() -> new ExternalPostgres(database.owner(), database.owner()).check())
                .isInstanceOf(DatabaseNotStarted.class)
                .hasMessageContaining("could change the ledger");
        assertThatThrownBy(
                        () -> new ExternalPostgres(database.owner(), database.superuser()).check())
                .isInstanceOf(DatabaseNotStarted.class)
                .hasMessageContaining("could change the ledger");
    }

    @Test
    void saysWhichRoleCannotConnect() {
        var database = TestDatabase.empty();
        var wrong = new Access(database.application().url(), "touchstone_app", "guessed");

        assertThatThrownBy(() -> new ExternalPostgres(database.owner(), wrong).check())
                .isInstanceOf(DatabaseNotStarted.class)
                .hasMessageContaining("touchstone_app");
    }

    @Test
    void asksForTheRolesOfADatabaseThatIsNamed() {
        var settings =
                new DatabaseSettings("postgresql://db/touchstone", "app", Path.of("x"), null, null);

        assertThatThrownBy(() -> ExternalDatabase.reach(settings, "postgresql://db/touchstone"))
                .isInstanceOfSatisfying(
                        DatabaseNotStarted.class,
                        refused ->
                                org.assertj.core.api.Assertions.assertThat(refused.remedy())
                                        .contains("TOUCHSTONE_DB_OWNER_USER"));
    }

    private static void check(TestDatabase database) {
        new ExternalPostgres(database.owner(), database.application()).check();
    }
}
