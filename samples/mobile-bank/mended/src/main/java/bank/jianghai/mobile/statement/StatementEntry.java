package bank.jianghai.mobile.statement;

import java.math.BigDecimal;

/** One booking line of an uploaded statement. */
public record StatementEntry(String text, BigDecimal amount) {
}
