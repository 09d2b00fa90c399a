package bank.jianghai.mobile.transfer;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Bookings of transfers. */
@Repository
public class TransferRepository {

    private static final String COLUMNS =
            "select id, account_id, payee_account, amount, purpose, reference, booked_at from transfer";

    private final JdbcTemplate jdbc;

    public TransferRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The history of an account in the order that the customer picked. */
    public List<Transfer> history(long accountId, String sortColumn) {
        String sql = COLUMNS + " where account_id = ? order by " + column(sortColumn);
        return jdbc.query(sql, TransferRepository::read, accountId);
    }

    /** The largest transfers of an account, ordered by a column from a fixed list. */
    public List<Transfer> largest(long accountId, String thenBy) {
        String second = switch (thenBy) {
            case "payee" -> "payee_account";
            case "purpose" -> "purpose";
            default -> "booked_at";
        };
        String sql = COLUMNS + " where account_id = ? order by amount desc, " + second;
        return jdbc.query(sql, TransferRepository::read, accountId);
    }

    /** True when the account was charged, false when it lacks the money or is not the customer's. */
    public boolean charge(long customerId, long accountId, BigDecimal amount) {
        int rows = jdbc.update("update account set balance = balance - ? where id = ? and customer_id = ?"
                + " and balance >= ?", amount, accountId, customerId, amount);
        return rows == 1;
    }

    public void credit(String accountNumber, BigDecimal amount) {
        jdbc.update("update account set balance = balance + ? where number = ?", amount, accountNumber);
    }

    public void insert(TransferOrder order, String reference) {
        jdbc.update("insert into transfer (account_id, payee_account, amount, purpose, reference)"
                        + " values (?, ?, ?, ?, ?)",
                order.accountId(), order.payeeAccount(), order.amount(), order.purpose(), reference);
    }

    public boolean owns(long customerId, long accountId) {
        Integer count = jdbc.queryForObject("select count(*) from account where id = ? and customer_id = ?",
                Integer.class, accountId, customerId);
        return count != null && count == 1;
    }

    private static String column(String sortColumn) {
        return switch (sortColumn) {
            case "amount" -> "amount";
            case "payee" -> "payee_account";
            default -> "booked_at";
        };
    }

    private static Transfer read(ResultSet row, int number) throws SQLException {
        return new Transfer(row.getLong("id"), row.getLong("account_id"), row.getString("payee_account"),
                row.getBigDecimal("amount"), row.getString("purpose"), row.getString("reference"),
                row.getTimestamp("booked_at").toLocalDateTime());
    }
}
