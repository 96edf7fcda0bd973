package io.deskbell.bench.load;

import java.util.BitSet;

/** What one receiver has got of one sender: each once, and in order. */
final class Ledger {

    private final BitSet seen = new BitSet();

    private long next;

    private long twice;

    private long disordered;

    /** Notes an arrival, and tells whether it was the first of its kind. */
    boolean note(long counter) {
        if (counter == this.next) {
            this.next++;
        }
        else if (counter < this.next) {
            if (this.seen.get((int) counter)) {
                this.twice++;
                return false;
            }
            this.disordered++;
        }
        else {
            this.next = counter + 1;
        }
        this.seen.set((int) counter);
        return true;
    }

    Verdict verdict(long sent) {
        return new Verdict(sent - this.seen.cardinality(), this.twice, this.disordered);
    }

}
