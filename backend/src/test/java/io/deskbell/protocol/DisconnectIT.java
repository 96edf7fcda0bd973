package io.deskbell.protocol;

import java.util.Random;

import io.deskbell.testing.Conversation;
import io.deskbell.testing.Talker;
import org.junit.jupiter.api.Test;

/**
 * Every message arrives once and in order, however often the two lose their connections.
 */
class DisconnectIT extends ProtocolTest {

    private static final int DISCONNECTS = Integer.getInteger("deskbell.disconnects", 1_000);

    private static final int MOST_BETWEEN = 8;

    @Test
    void aTalkSurvivesAThousandDisconnects() throws Exception {
        String region = admin().region();
        Conversation conversation = Conversation
            .goesOn(this.deskbell.kiosk(region), this.deskbell.guide(region), this.deskbell::port, () -> {
            })
            .start();
        long seed = Long.getLong("deskbell.seed", System.nanoTime());
        System.out.println("DisconnectIT: -Ddeskbell.seed=" + seed);
        Random random = new Random(seed);
        int disconnects = 0;
        while (disconnects < DISCONNECTS) {
            Talker one = random.nextBoolean() ? conversation.desk() : conversation.guide();
            one.awaitShown(one.screen().size() + random.nextInt(MOST_BETWEEN));
            if (one.lose(random.nextBoolean())) {
                disconnects++;
            }
        }
        conversation.finish();
        conversation.verify(admin().browser());
    }

}
