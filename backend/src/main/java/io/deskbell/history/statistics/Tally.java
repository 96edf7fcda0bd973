package io.deskbell.history.statistics;

import io.deskbell.call.CallState;

/** Counts calls one by one. */
final class Tally {

    private static final double MEDIAN = 0.5;

    private static final double NINE_OF_TEN = 0.9;

    private final Percentiles toAnswer = new Percentiles();

    private final Percentiles ofTalk = new Percentiles();

    private int calls;

    private int answered;

    private int missed;

    private int cancelled;

    private long messages;

    private int ratings;

    private long stars;

    void add(MeasuredCall call) {
        this.calls++;
        this.missed += (call.state() == CallState.MISSED) ? 1 : 0;
        this.cancelled += (call.state() == CallState.CANCELLED) ? 1 : 0;
        this.messages += call.messages();
        Long toAnswer = call.timeToAnswer();
        if (toAnswer != null) {
            this.answered++;
            this.toAnswer.add(toAnswer);
        }
        Long ofTalk = call.timeOfTalk();
        if (ofTalk != null) {
            this.ofTalk.add(ofTalk);
        }
        Integer stars = call.stars();
        if (stars != null) {
            this.ratings++;
            this.stars += stars;
        }
    }

    Figures figures() {
        return new Figures(this.calls, this.answered, this.missed, this.cancelled, this.toAnswer.seconds(MEDIAN),
                this.toAnswer.seconds(NINE_OF_TEN), this.ofTalk.seconds(MEDIAN), this.messages, this.ratings,
                (this.ratings > 0) ? (double) this.stars / this.ratings : null);
    }

}
