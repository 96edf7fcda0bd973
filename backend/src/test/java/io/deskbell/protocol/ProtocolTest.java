package io.deskbell.protocol;

import io.deskbell.testing.Admin;
import io.deskbell.testing.Deskbell;
import io.deskbell.testing.DeskbellServer;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Real STOMP clients against a running server that does not limit their rate. */
@DeskbellServer
@TestPropertySource(properties = "deskbell.limits.messages-per-second=0")
abstract class ProtocolTest {

    @Autowired
    protected Deskbell deskbell;

    protected final Admin admin() {
        return this.deskbell.admin();
    }

}
