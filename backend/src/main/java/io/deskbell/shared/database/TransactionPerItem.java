package io.deskbell.shared.database;

import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Works through many items in the background, each in a transaction of its own: a failure
 * is logged and does not hold up the items after it.
 */
@Slf4j
@Component
@RequiredArgsConstructor
public class TransactionPerItem {

    private final TransactionOperations transactions;

    /**
     * Processes one item.
     * @param failure what to log if it fails, with {@code {}} for the item
     * @return whether the transaction was committed
     */
    public boolean run(String failure, Object item, Runnable work) {
        try {
            this.transactions.executeWithoutResult((transaction) -> work.run());
            return true;
        }
        catch (RuntimeException ex) {
            log.error(failure, item, ex);
            return false;
        }
    }

}
