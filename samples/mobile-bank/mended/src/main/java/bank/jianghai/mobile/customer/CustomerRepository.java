package bank.jianghai.mobile.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Customer search for the branch tablets. */
@Repository
public class CustomerRepository {

    private static final String COLUMNS = "select id, username, full_name, city from customer";

    private final JdbcTemplate jdbc;

    public CustomerRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public List<Customer> searchByName(String name) {
        String sql = COLUMNS + " where lower(full_name) like ? order by full_name";
        return jdbc.query(sql, CustomerRepository::read, "%" + name + "%");
    }

    public List<Customer> searchByCity(String city) {
        String sql = COLUMNS + " where lower(city) like ? order by full_name";
        return jdbc.query(sql, CustomerRepository::read, "%" + city + "%");
    }

    private static Customer read(ResultSet row, int number) throws SQLException {
        return new Customer(row.getLong("id"), row.getString("username"), row.getString("full_name"),
                row.getString("city"));
    }
}
