package io.deskbell.shared.database;

import java.sql.SQLException;

import com.zaxxer.hikari.SQLExceptionOverride;
import org.h2.api.ErrorCode;

/**
 * Throws connections to a database that H2 has closed out of the pool. H2 closes it when
 * it can't write, for instance to a full disk, and opens it again for the next new
 * connection; an old one never works again, which the pool only notices when it has not
 * been used for half a second.
 */
public class ClosedConnectionEvictor implements SQLExceptionOverride {

    @java.lang.Override
    public Override adjudicate(SQLException exception) {
        return (exception.getErrorCode() == ErrorCode.DATABASE_IS_CLOSED) ? Override.MUST_EVICT
                : Override.CONTINUE_EVICT;
    }

}
