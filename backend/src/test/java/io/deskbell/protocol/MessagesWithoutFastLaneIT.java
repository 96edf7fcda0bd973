package io.deskbell.protocol;

import org.springframework.test.context.TestPropertySource;

/** Without the fast lane the same happens, answer by answer. */
@TestPropertySource(properties = "deskbell.realtime.fast-lane=false")
class MessagesWithoutFastLaneIT extends MessagesIT {

}
