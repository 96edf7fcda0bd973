package io.deskbell.shared.database;

import java.sql.SQLException;

import com.zaxxer.hikari.SQLExceptionOverride;
import org.h2.api.ErrorCode;

/**
 * Evicts connections to a database that H2 has closed from the pool. H2 closes the
 * database if it cannot write, for instance to a full disk, and reopens it for the next
 * new connection; old connections never work again, which the pool notices only for those
 * idle for more than half a second.
 */
public class ClosedConnectionEvictor implements SQLExceptionOverride {

    @java.lang.Override
    public Override adjudicate(SQLException exception) {
        return (exception.getErrorCode() == ErrorCode.DATABASE_IS_CLOSED) ? Override.MUST_EVICT
                : Override.CONTINUE_EVICT;
    }

}
