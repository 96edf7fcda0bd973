package io.deskbell.protocol;

import org.springframework.test.context.TestPropertySource;

/** Without the fast lane, as with SockJS, a slow reader delays nobody either. */
@TestPropertySource(properties = "deskbell.realtime.fast-lane=false")
class SlowReaderWithoutFastLaneIT extends SlowReaderIT {

}
