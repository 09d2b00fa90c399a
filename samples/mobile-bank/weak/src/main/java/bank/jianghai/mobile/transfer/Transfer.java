package bank.jianghai.mobile.transfer;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/** A booked transfer. */
public record Transfer(long id, long accountId, String payeeAccount, BigDecimal amount, String purpose,
                       String reference, LocalDateTime bookedAt) {
}
