package io.deskbell.chat;

import java.util.List;

import io.deskbell.shared.Disk;
import lombok.RequiredArgsConstructor;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Keeps a group by one batch, one commit and one forced write. */
@Component
@RequiredArgsConstructor
class DatabaseStore implements Store {

    private final Messages messages;

    private final TransactionOperations transactions;

    private final Disk disk;

    @Override
    public void durable(List<Numbered> group) {
        this.transactions.executeWithoutResult((status) -> this.messages.insert(group));
        this.disk.force();
    }

}
