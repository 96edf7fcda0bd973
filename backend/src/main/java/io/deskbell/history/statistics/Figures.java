package io.deskbell.history.statistics;

import org.jspecify.annotations.Nullable;

/**
 * What some calls come to. One that was answered, lost its guide and was missed then is
 * both answered and missed.
 *
 * @param answered those that a guide accepted, whatever came after
 * @param secondsToAnswerMedian from the press to the first accept, null without any
 * @param secondsToAnswerP90 nine of ten were answered no later, null without any
 * @param secondsOfTalkMedian from the first accept to the end, null without any
 * @param messages of those that are over
 * @param ratings how many were rated
 * @param ratingMean of their stars, null without any
 */
public record Figures(int calls, int answered, int missed, int cancelled, @Nullable Double secondsToAnswerMedian,
        @Nullable Double secondsToAnswerP90, @Nullable Double secondsOfTalkMedian, long messages, int ratings,
        @Nullable Double ratingMean) {
}
