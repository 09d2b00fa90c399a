package bank.jianghai.mobile.account;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.stereotype.Repository;

/** Accounts, read with plain JDBC. */
@Repository
public class AccountRepository {

    private static final String COLUMNS = "select id, customer_id, number, nickname, currency, balance from account";

    private final DataSource dataSource;

    public AccountRepository(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Accounts of one customer whose nickname starts with the given text. */
    public List<Account> findByNickname(long customerId, String nickname) throws SQLException {
        String sql = COLUMNS + " where customer_id = " + customerId + " and nickname like '" + nickname + "%'";
        try (Connection connection = dataSource.getConnection();
             Statement statement = connection.createStatement()) {
            ResultSet rows = statement.executeQuery(sql);
            return read(rows);
        }
    }

    /** Accounts of one customer in one currency. */
    public List<Account> findByCurrency(long customerId, String currency) throws SQLException {
        String sql = COLUMNS + " where customer_id = ? and currency = ?";
        try (Connection connection = dataSource.getConnection();
             PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, customerId);
            statement.setString(2, currency);
            ResultSet rows = statement.executeQuery();
            return read(rows);
        }
    }

    /** All accounts of the bank, for the nightly balance check. */
    public List<Account> findAll() throws SQLException {
        try (Connection connection = dataSource.getConnection();
             Statement statement = connection.createStatement()) {
            ResultSet rows = statement.executeQuery(COLUMNS + " order by id");
            return read(rows);
        }
    }

    public Optional<Account> findById(long id) throws SQLException {
        try (Connection connection = dataSource.getConnection();
             PreparedStatement statement = connection.prepareStatement(COLUMNS + " where id = ?")) {
            statement.setLong(1, id);
            ResultSet rows = statement.executeQuery();
            return read(rows).stream().findFirst();
        }
    }

    private static List<Account> read(ResultSet rows) throws SQLException {
        List<Account> accounts = new ArrayList<>();
        while (rows.next()) {
            accounts.add(new Account(rows.getLong("id"), rows.getLong("customer_id"), rows.getString("number"),
                    rows.getString("nickname"), rows.getString("currency"), rows.getBigDecimal("balance")));
        }
        return accounts;
    }
}
