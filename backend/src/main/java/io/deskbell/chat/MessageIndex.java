package io.deskbell.chat;

import java.time.Instant;

import com.carrotsearch.hppc.LongIntHashMap;

/**
 * What is cached of the messages of a call in progress: the last seq, and the seq of each
 * message. Only the writer's thread uses it.
 */
final class MessageIndex {

    private final LongIntHashMap seqs = new LongIntHashMap();

    private int lastSeq;

    private Instant lastAt = Instant.EPOCH;

    /** The seq under which this sender's message lies, 0 where it is new. */
    int seqOf(String username, String clientId) {
        return this.seqs.getOrDefault(hash(username, clientId), 0);
    }

    /** Takes the next place. */
    int next(String username, String clientId, Instant at) {
        add(this.lastSeq + 1, username, clientId, at);
        return this.lastSeq;
    }

    void add(int seq, String username, String clientId, Instant at) {
        this.seqs.put(hash(username, clientId), seq);
        this.lastSeq = seq;
        this.lastAt = at;
    }

    /** This time, or that of the last message where a clock was corrected since. */
    Instant notBeforeTheLast(Instant now) {
        return now.isBefore(this.lastAt) ? this.lastAt : now;
    }

    int lastSeq() {
        return this.lastSeq;
    }

    /**
     * 64 bits for what a message is known by, a tenth of the memory: FNV-1a over the
     * characters, then the finalizer of MurmurHash3. Who finds a seq by it compares the
     * message itself, so that two of the same hash are still two.
     */
    private static long hash(String username, String clientId) {
        long hash = mixed(mixed(0xcbf29ce484222325L, username) ^ 0xff, clientId);
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }

    private static long mixed(long start, String text) {
        long hash = start;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

}
