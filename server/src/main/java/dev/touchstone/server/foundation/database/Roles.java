package dev.touchstone.server.foundation.database;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes the owner, the application's role and an empty database on a server of our own. */
public final class Roles {

    public static final String OWNER = "touchstone_owner";
    public static final String APPLICATION = "touchstone_app";

    private Roles() {}

    /** Makes what is absent, and sets both passwords. */
    public static void make(DataSource superuser, List<Access> roles) {
        var jdbc = JdbcClient.create(superuser);
        for (var role : roles) {
            var exists =
                    jdbc.sql("SELECT count(*) FROM pg_roles WHERE rolname = ?")
                            .param(role.user())
                            .query(Integer.class)
                            .single();
            jdbc.sql(
                            "%s ROLE %s LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '%s'"
                                    .formatted(
                                            exists == 0 ? "CREATE" : "ALTER",
                                            role.user(),
                                            role.password()))
                    .update();
        }
    }

    /** Makes the database when it is absent; nobody but the two roles may connect to it. */
    public static void makeDatabase(DataSource superuser, String name) {
        var jdbc = JdbcClient.create(superuser);
        if (jdbc.sql("SELECT count(*) FROM pg_database WHERE datname = ?")
                        .param(name)
                        .query(Integer.class)
                        .single()
                == 0) {
            jdbc.sql("CREATE DATABASE %s OWNER %s TEMPLATE template0".formatted(name, OWNER))
                    .update();
        }
        jdbc.sql("REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(name)).update();
        jdbc.sql("GRANT CONNECT ON DATABASE %s TO %s".formatted(name, APPLICATION)).update();
    }
}
