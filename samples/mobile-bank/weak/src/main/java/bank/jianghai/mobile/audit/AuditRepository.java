package bank.jianghai.mobile.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.stereotype.Repository;

/** Audit events in the bank's database. */
@Repository
public class AuditRepository {

    private final DataSource dataSource;

    public AuditRepository(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public void add(AuditEvent event) throws SQLException {
        try (Connection connection = dataSource.getConnection();
             PreparedStatement statement = connection.prepareStatement(
                     "insert into audit_event (customer_id, kind, detail) values (?, ?, ?)")) {
            statement.setLong(1, event.customerId());
            statement.setString(2, event.kind());
            statement.setString(3, event.detail());
            statement.executeUpdate();
        }
    }

    /** Marks the events of one kind. */
    public int mark(String kind, String status) throws SQLException {
        try (Connection connection = dataSource.getConnection();
             Statement statement = connection.createStatement()) {
            return statement.executeUpdate("update audit_event set status = '" + status + "' where kind = '" + kind + "'");
        }
    }

    /** Closes the events of one customer. */
    public int close(long customerId) throws SQLException {
        try (Connection connection = dataSource.getConnection();
             Statement statement = connection.createStatement()) {
            return statement.executeUpdate("update audit_event set status = 'CLOSED' where customer_id = " + customerId);
        }
    }
}
