package io.deskbell.realtime;

import java.util.ArrayList;
import java.util.List;

import io.deskbell.testing.DeskbellServer;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;

/** What waits for a commit goes out after it, and loses nothing on the way. */
@DeskbellServer
class PublisherIT {

    @Autowired
    private Publisher publisher;

    @Autowired
    private TransactionOperations transactions;

    @Test
    void whatGoesOutMayHaveMoreToFollow() {
        List<String> sent = new ArrayList<>();
        this.transactions.executeWithoutResult((transaction) -> {
            this.publisher.afterCommit(() -> {
                sent.add("first");
                this.publisher.afterCommit(() -> sent.add("what follows it"));
            });
            this.publisher.afterCommit(() -> sent.add("second"));
            assertThat(sent).isEmpty();
        });
        assertThat(sent).containsExactly("first", "second", "what follows it");
    }

    @Test
    void whatFailsIsNeverTold() {
        List<String> sent = new ArrayList<>();
        this.transactions.executeWithoutResult((transaction) -> {
            this.publisher.afterCommit(() -> sent.add("never"));
            transaction.setRollbackOnly();
        });
        assertThat(sent).isEmpty();
    }

}
