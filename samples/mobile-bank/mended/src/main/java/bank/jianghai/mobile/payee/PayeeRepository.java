package bank.jianghai.mobile.payee;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Saved payees. */
@Repository
public class PayeeRepository {

    private static final String COLUMNS = "select id, name, account_number from payee";

    private final JdbcClient jdbc;

    public PayeeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Payee> findByName(long customerId, String name) {
        String sql = COLUMNS + " where customer_id = ? and name like ?";
        return jdbc.sql(sql).params(customerId, "%" + name + "%").query(Payee.class).list();
    }

    public List<Payee> findByAccount(long customerId, String account) {
        String sql = COLUMNS + " where customer_id = ? and account_number like ?";
        return jdbc.sql(sql).params(customerId, account + "%").query(Payee.class).list();
    }
}
