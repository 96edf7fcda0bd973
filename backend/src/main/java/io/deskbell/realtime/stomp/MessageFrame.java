package io.deskbell.realtime.stomp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

/**
 * A MESSAGE frame (STOMP 1.2, "MESSAGE") to any number of subscriptions. It is encoded
 * once for each subscription id, which all who use the same client library share.
 */
public final class MessageFrame {

    private static final AtomicLong NUMBERS = new AtomicLong();

    private final String destination;

    private final byte[] json;

    private final String number = Long.toString(NUMBERS.incrementAndGet());

    private @Nullable String encodedFor;

    private byte[] encoded = {};

    /**
     * @param destination as the client named it
     */
    public MessageFrame(String destination, byte[] json) {
        this.destination = destination;
        this.json = json;
    }

    /** The bytes of the frame. */
    public byte[] encode(String subscriptionId) {
        if (!subscriptionId.equals(this.encodedFor)) {
            String head = "MESSAGE\ndestination:" + escape(this.destination)
                    + "\ncontent-type:application/json\nsubscription:" + escape(subscriptionId) + "\nmessage-id:"
                    + this.number + "\ncontent-length:" + this.json.length + "\n\n";
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(head.length() + this.json.length + 1);
            bytes.writeBytes(head.getBytes(StandardCharsets.UTF_8));
            bytes.writeBytes(this.json);
            bytes.write(0);
            this.encoded = bytes.toByteArray();
            this.encodedFor = subscriptionId;
        }
        return this.encoded;
    }

    /** STOMP 1.2, "Value Encoding". */
    private static String escape(String value) {
        return value.replace("\\", "\\\\").replace("\r", "\\r").replace("\n", "\\n").replace(":", "\\c");
    }

}
