package io.deskbell.chat;

import java.util.List;
import javax.sql.DataSource;

import io.deskbell.shared.database.DiskSync;

import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps a group by one batch and one commit, and all that were committed by one forced
 * write. No entity takes part, so the transaction is one of plain JDBC: a session of the
 * entity manager for each would cost more than the insert.
 */
@Component
class DatabaseMessageStore implements MessageStore {

    private final Messages messages;

    private final TransactionOperations transactions;

    private final DiskSync storage;

    DatabaseMessageStore(Messages messages, DataSource dataSource, DiskSync storage) {
        this.messages = messages;
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.storage = storage;
    }

    @Override
    public void store(List<SequencedMessage> group) {
        if (!group.isEmpty()) {
            this.transactions.executeWithoutResult((status) -> this.messages.insert(group));
        }
    }

    @Override
    public void makeDurable() {
        this.storage.force();
    }

}
