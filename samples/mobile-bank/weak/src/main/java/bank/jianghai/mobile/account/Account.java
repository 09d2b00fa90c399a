package bank.jianghai.mobile.account;

import java.math.BigDecimal;

/** One account as the app shows it. */
public record Account(long id, long customerId, String number, String nickname, String currency,
                      BigDecimal balance) {
}
