package bank.jianghai.mobile.audit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The log that the auditors read. */
@Component
public class AuditLog {

    private static final Logger LOG = LoggerFactory.getLogger("audit");

    /** Notes a search of a customer. */
    public void searched(long customerId, String text) {
        LOG.info("customer " + customerId + " searched for " + text);
    }

    /** Notes a comment of a customer. */
    public void commented(long customerId, String text) {
        String line = text.replace('\r', ' ').replace('\n', ' ');
        LOG.info("customer " + customerId + " commented " + line);
    }

    /** Line for the printed protocol, in the layout of the branch. */
    public String protocolLine(String layout, long customerId) {
        return String.format(layout, customerId);
    }

    /** Line for the printed summary. */
    public String summaryLine(String branch, long customerId) {
        return String.format("branch %s, customer %d", branch, customerId);
    }
}
