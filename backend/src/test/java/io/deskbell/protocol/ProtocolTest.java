package io.deskbell.protocol;

import io.deskbell.testing.Admin;
import io.deskbell.testing.Deskbell;
import io.deskbell.testing.DeskbellServer;
import io.deskbell.testing.SecondServer;

import org.springframework.beans.factory.annotation.Autowired;

/** Real STOMP clients against a running server. */
@DeskbellServer
@SecondServer
abstract class ProtocolTest {

    @Autowired
    protected Deskbell deskbell;

    protected final Admin admin() {
        return this.deskbell.admin();
    }

}
