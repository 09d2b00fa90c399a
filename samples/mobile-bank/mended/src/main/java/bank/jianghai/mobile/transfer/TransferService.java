package bank.jianghai.mobile.transfer;

import bank.jianghai.mobile.web.NotFoundException;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves money between accounts. */
@Service
public class TransferService {

    private final TransferRepository transfers;
    private final TransferReferences references;

    public TransferService(TransferRepository transfers, TransferReferences references) {
        this.transfers = transfers;
        this.references = references;
    }

    @Transactional
    public String execute(long customerId, TransferOrder order) {
        if (!transfers.charge(customerId, order.accountId(), order.amount())) {
            throw new IllegalArgumentException("the account can't be charged with this amount");
        }
        String reference = references.receiptReference();
        transfers.credit(order.payeeAccount(), order.amount());
        transfers.insert(order, reference);
        return reference;
    }

    public List<Transfer> history(long customerId, long accountId, String sortColumn) {
        requireOwner(customerId, accountId);
        return transfers.history(accountId, sortColumn);
    }

    public List<Transfer> largest(long customerId, long accountId, String thenBy) {
        requireOwner(customerId, accountId);
        return transfers.largest(accountId, thenBy);
    }

    private void requireOwner(long customerId, long accountId) {
        if (!transfers.owns(customerId, accountId)) {
            throw new NotFoundException("no such account");
        }
    }
}
