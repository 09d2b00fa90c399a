package bank.jianghai.mobile.audit;

import java.io.Serializable;

/** Something that the auditors may ask about. */
public record AuditEvent(long customerId, String kind, String detail) implements Serializable {
}
