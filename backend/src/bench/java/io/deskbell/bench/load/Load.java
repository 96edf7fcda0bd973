package io.deskbell.bench.load;

/** What the pairs do during some windows. */
public sealed interface Load {

    /** Reads {@code W8} as eight in flight, and {@code 1000} as a thousand a second. */
    static Load of(String name) {
        return name.startsWith("W") ? new InFlight(Integer.parseInt(name.substring(1)))
                : new PerSecond(Integer.parseInt(name));
    }

    void start(Conversations conversations);

    /**
     * Closed loop: as fast as the server goes.
     *
     * @param messages of each sender
     */
    record InFlight(int messages) implements Load {

        @Override
        public void start(Conversations conversations) {
            conversations.start(this.messages);
        }

        @Override
        public String toString() {
            return "W=" + this.messages;
        }

    }

    /**
     * Open loop: as fast as the clock goes.
     *
     * @param messages of all senders together
     */
    record PerSecond(int messages) implements Load {

        @Override
        public void start(Conversations conversations) {
            conversations.startBy(this.messages);
        }

        @Override
        public String toString() {
            return this.messages + "/s";
        }

    }

}
