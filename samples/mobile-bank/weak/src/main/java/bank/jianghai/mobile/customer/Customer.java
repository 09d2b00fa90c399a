package bank.jianghai.mobile.customer;

/** A customer without anything secret. */
public record Customer(long id, String username, String fullName, String city) {
}
