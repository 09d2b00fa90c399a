package bank.jianghai.mobile.transfer;

import bank.jianghai.mobile.web.CurrentCustomer;
import jakarta.servlet.http.HttpSession;
import java.math.BigDecimal;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Transfers and their receipts. */
@RestController
public class TransferController {

    private final TransferService transfers;
    private final ReceiptSeal seals;

    public TransferController(TransferService transfers, ReceiptSeal seals) {
        this.transfers = transfers;
        this.seals = seals;
    }

    /** Quick transfer from the home screen. */
    @RequestMapping("/transfers/quick")
    public String quick(HttpSession session, @RequestParam long accountId, @RequestParam String payee,
                        @RequestParam BigDecimal amount) {
        return transfers.execute(CurrentCustomer.id(session), new TransferOrder(accountId, payee, amount, "quick"));
    }

    /** Transfer from the full form. */
    @PostMapping("/transfers")
    public String create(HttpSession session, @RequestParam long accountId, @RequestParam String payee,
                         @RequestParam BigDecimal amount, @RequestParam(defaultValue = "") String purpose) {
        return transfers.execute(CurrentCustomer.id(session), new TransferOrder(accountId, payee, amount, purpose));
    }

    @GetMapping("/transfers")
    public List<Transfer> history(HttpSession session, @RequestParam long accountId,
                                  @RequestParam(defaultValue = "booked_at") String sort) {
        return transfers.history(CurrentCustomer.id(session), accountId, sort);
    }

    @GetMapping("/transfers/largest")
    public List<Transfer> largest(HttpSession session, @RequestParam long accountId,
                                  @RequestParam(defaultValue = "booked") String thenBy) {
        return transfers.largest(CurrentCustomer.id(session), accountId, thenBy);
    }

    @PostMapping("/transfers/receipt/check")
    public boolean check(@RequestParam String receipt, @RequestParam String seal) throws NoSuchAlgorithmException {
        return seals.sameReceipt(receipt, seal);
    }

    @ExceptionHandler(IllegalArgumentException.class)
    public ResponseEntity<String> refused() {
        return ResponseEntity.badRequest().body("The transfer was refused.");
    }
}
