package bank.jianghai.mobile.transfer;

import java.math.BigDecimal;

/** What the app sends to have money moved. */
public record TransferOrder(long accountId, String payeeAccount, BigDecimal amount, String purpose) {

    public TransferOrder {
        if (payeeAccount == null || payeeAccount.isBlank() || payeeAccount.length() > 34) {
            throw new IllegalArgumentException("payee account is missing or too long");
        }
        if (amount == null || amount.signum() <= 0 || amount.scale() > 2) {
            throw new IllegalArgumentException("amount must be positive, with at most two decimals");
        }
        purpose = purpose == null ? "" : purpose;
        if (purpose.length() > 140) {
            throw new IllegalArgumentException("purpose is too long");
        }
    }
}
