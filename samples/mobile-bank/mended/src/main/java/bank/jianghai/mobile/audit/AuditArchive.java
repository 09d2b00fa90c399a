package bank.jianghai.mobile.audit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Connections to the archive, a database that Spring does not manage. */
@Component
public class AuditArchive {

    private final String url;
    private final String secret;

    public AuditArchive(@Value("${bank.archive-url}") String url,
                        @Value("${bank.archive-password}") String secret) {
        this.url = url;
        this.secret = secret;
    }

    /** For writing. */
    public Connection openForWriting() throws SQLException {
        return DriverManager.getConnection(url, "archive", secret);
    }

    /** For reading. */
    public Connection openForReading() throws SQLException {
        Connection connection = DriverManager.getConnection(url, "archive", secret);
        connection.setReadOnly(true);
        return connection;
    }
}
