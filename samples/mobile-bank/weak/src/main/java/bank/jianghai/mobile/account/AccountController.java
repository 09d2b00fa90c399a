package bank.jianghai.mobile.account;

import bank.jianghai.mobile.web.CurrentCustomer;
import bank.jianghai.mobile.web.NotFoundException;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Account overview and balances. */
@RestController
@RequestMapping("/accounts")
public class AccountController {

    private static final Logger LOG = LoggerFactory.getLogger(AccountController.class);

    private final AccountRepository accounts;

    public AccountController(AccountRepository accounts) {
        this.accounts = accounts;
    }

    @GetMapping
    public List<Account> list(HttpSession session, @RequestParam(defaultValue = "") String nickname)
            throws SQLException {
        return accounts.findByNickname(CurrentCustomer.id(session), nickname);
    }

    @GetMapping("/by-currency")
    public List<Account> byCurrency(HttpSession session, @RequestParam String currency) throws SQLException {
        return accounts.findByCurrency(CurrentCustomer.id(session), currency);
    }

    @GetMapping("/{id}/balance")
    public BigDecimal balance(HttpSession session, @PathVariable long id) throws SQLException {
        return accounts.findById(id)
                .map(Account::balance)
                .orElseThrow(() -> new NotFoundException("no such account"));
    }

    @GetMapping("/{id}")
    public Account detail(HttpSession session, @PathVariable long id) throws SQLException {
        long customerId = CurrentCustomer.id(session);
        return accounts.findById(id)
                .filter(account -> account.customerId() == customerId)
                .orElseThrow(() -> new NotFoundException("no such account"));
    }

    /** The count that the start page shows. */
    @GetMapping("/count")
    public void count(HttpSession session, HttpServletResponse response) throws IOException {
        try {
            int count = accounts.findByNickname(CurrentCustomer.id(session), "").size();
            response.getWriter().print(count);
        } catch (SQLException e) {
            response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            e.printStackTrace(response.getWriter());
        }
    }

    /** The sum over all accounts of one currency. */
    @GetMapping("/total")
    public void total(HttpSession session, @RequestParam String currency, HttpServletResponse response)
            throws IOException {
        try {
            BigDecimal sum = BigDecimal.ZERO;
            for (Account account : accounts.findByCurrency(CurrentCustomer.id(session), currency)) {
                sum = sum.add(account.balance());
            }
            response.getWriter().print(sum.toPlainString());
        } catch (SQLException e) {
            response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            LOG.error("adding up accounts failed", e);
            response.getWriter().print("The total can't be read at the moment.");
        }
    }
}
