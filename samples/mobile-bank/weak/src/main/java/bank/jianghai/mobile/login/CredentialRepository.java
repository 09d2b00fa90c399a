package bank.jianghai.mobile.login;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Salted hashes of passwords. */
@Repository
public class CredentialRepository {

    /** What a sign-in is checked against. */
    public record Credential(long customerId, String salt, String hash, boolean staff) {
    }

    private final JdbcTemplate jdbc;

    public CredentialRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Credential> find(String username) {
        List<Credential> found = jdbc.query(
                "select id, password_salt, password_hash, staff from customer"
                        + " where username = ? and password_hash is not null",
                (row, number) -> new Credential(row.getLong(1), row.getString(2), row.getString(3),
                        row.getBoolean(4)), username);
        return found.stream().findFirst();
    }

    /** Sets the first password; the activation code from the welcome letter is used up by it. */
    public boolean activate(String username, String activationCode, String salt, String hash) {
        return jdbc.update("update customer set password_salt = ?, password_hash = ?, activation_code = null"
                + " where username = ? and activation_code = ?", salt, hash, username, activationCode) == 1;
    }
}
