package io.deskbell.bench.load;

/**
 * What went wrong at receivers; all zeros is what users expect.
 *
 * @param lost sent but not arrived
 * @param twice arrived again
 * @param disordered arrived after one that was sent later
 */
public record Verdict(long lost, long twice, long disordered) {

    /** Nothing went wrong. */
    public static final Verdict FINE = new Verdict(0, 0, 0);

    public Verdict plus(Verdict other) {
        return new Verdict(this.lost + other.lost, this.twice + other.twice, this.disordered + other.disordered);
    }

}
