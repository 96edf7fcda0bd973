package io.deskbell.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A desk and a guide who write without a pause, whatever happens to their connections.
 */
public final class Conversation {

    private final String call;

    private final Talker desk;

    private final Talker guide;

    private final List<Voice> voices;

    private Conversation(String call, Talker desk, Talker guide) {
        this.call = call;
        this.desk = desk;
        this.guide = guide;
        this.voices = List.of(new Voice(desk), new Voice(guide));
    }

    /** Lets two begin a call, and go on in their place. */
    public static Conversation goesOn(Kiosk kiosk, Guide guide, IntSupplier port, Runnable acknowledged) {
        String call = kiosk.talksWith(guide);
        return new Conversation(call, new Talker(kiosk, kiosk.username(), call, port, acknowledged),
                new Talker(guide, guide.username(), call, port, acknowledged));
    }

    public Conversation start() {
        this.voices.forEach(Thread::start);
        return this;
    }

    public Talker desk() {
        return this.desk;
    }

    public Talker guide() {
        return this.guide;
    }

    /** Lets both finish: all is acknowledged and on both screens. */
    public void finish() throws InterruptedException {
        for (Voice voice : this.voices) {
            voice.finish();
        }
        int said = this.voices.stream().mapToInt((voice) -> voice.said).sum();
        this.desk.awaitShown(said);
        this.guide.awaitShown(said);
        this.desk.close();
        this.guide.close();
    }

    /**
     * Expects each text once, in the order of its sender, on both screens and in the
     * history.
     */
    public void verify(Browser admin) {
        List<JsonNode> history = history(admin);
        assertThat(history).extracting((message) -> message.path("seq").asInt())
            .containsExactlyElementsOf(IntStream.rangeClosed(1, history.size()).boxed().toList());
        for (Voice voice : this.voices) {
            assertThat(voice.talker.faults()).isEmpty();
            assertThat(voice.failure).isNull();
            assertThat(voice.talker.screen()).isEqualTo(history);
            assertThat(history)
                .filteredOn((message) -> message.path("username").asString().equals(voice.talker.username()))
                .extracting((message) -> message.path("contents").asString())
                .containsExactlyElementsOf(IntStream.range(0, voice.said).mapToObj(String::valueOf).toList());
        }
    }

    private List<JsonNode> history(Browser admin) {
        List<JsonNode> history = new ArrayList<>();
        JsonNode page;
        do {
            page = admin.get("/api/calls/" + this.call + "/messages", "after", history.size(), "limit", 200)
                .is(200)
                .json()
                .path("items");
            page.forEach(history::add);
        }
        while (!page.isEmpty());
        return history;
    }

    /** Counts aloud until told to finish. */
    private static final class Voice extends Thread {

        private final Talker talker;

        private volatile boolean finishing;

        private volatile int said;

        private volatile @Nullable Throwable failure;

        Voice(Talker talker) {
            this.talker = talker;
        }

        @Override
        public void run() {
            try {
                while (!this.finishing) {
                    this.talker.say(String.valueOf(this.said));
                    this.said = this.said + 1;
                }
            }
            catch (InterruptedException | AssertionError ex) {
                this.failure = ex;
            }
        }

        void finish() throws InterruptedException {
            this.finishing = true;
            join();
            this.talker.awaitDrained();
        }

    }

}
