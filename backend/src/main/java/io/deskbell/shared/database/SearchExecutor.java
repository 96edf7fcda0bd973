package io.deskbell.shared.database;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.sql.DataSource;

import io.deskbell.shared.ProblemCode;
import io.deskbell.shared.Refusal;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs searches: a few at a time, on a separate connection pool, with a time limit, so
 * that chat, calls and sign-in never wait for them.
 */
@Component
public class SearchExecutor {

    private final SearchSettings settings;

    private final Semaphore turns;

    private final JdbcClient jdbc;

    private final TransactionTemplate transactions;

    SearchExecutor(BeanFactory beans, SearchSettings settings) {
        DataSource dataSource = beans.getBean(DatabaseConfiguration.SEARCHES, DataSource.class);
        this.settings = settings;
        this.turns = new Semaphore(settings.atOnce(), true);
        this.jdbc = JdbcClient.create(dataSource);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.transactions.setReadOnly(true);
        this.transactions.setTimeout(Math.toIntExact(settings.timeLimit().toSeconds()));
    }

    /**
     * Runs a search, waiting for a free slot.
     * @throws Refusal {@code UNAVAILABLE} if no slot becomes free, or if the search takes
     * too long
     */
    public <T> T run(Function<JdbcClient, T> search) {
        if (!awaitTurn()) {
            throw new Refusal(ProblemCode.UNAVAILABLE, "Others are searching just now. Try again in a moment.");
        }
        try {
            return this.transactions.execute((transaction) -> search.apply(this.jdbc));
        }
        catch (QueryTimeoutException | TransactionTimedOutException ex) {
            throw new Refusal(ProblemCode.UNAVAILABLE,
                    "This search takes too long. Narrow it: by a desk, a region, a person or a time.");
        }
        finally {
            this.turns.release();
        }
    }

    private boolean awaitTurn() {
        try {
            return this.turns.tryAcquire(this.settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

}
