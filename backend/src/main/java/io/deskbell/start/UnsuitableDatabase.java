package io.deskbell.start;

import lombok.Getter;

/** A database in which Deskbell can't keep what it has to. */
@Getter
class UnsuitableDatabase extends RuntimeException {

    private final String remedy;

    UnsuitableDatabase(String fault, String remedy) {
        super(fault);
        this.remedy = remedy;
    }

}
