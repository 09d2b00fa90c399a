package bank.jianghai.mobile.payee;

/** Someone that a customer pays often. */
public record Payee(long id, String name, String accountNumber) {
}
