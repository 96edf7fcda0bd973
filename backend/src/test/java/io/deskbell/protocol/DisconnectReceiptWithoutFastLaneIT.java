package io.deskbell.protocol;

import org.springframework.test.context.TestPropertySource;

/** Nor is a last word lost without the fast lane. */
@TestPropertySource(properties = "deskbell.realtime.fast-lane=false")
class DisconnectReceiptWithoutFastLaneIT extends DisconnectReceiptIT {

}
