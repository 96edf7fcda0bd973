package io.deskbell.start;

import lombok.Getter;

/** A database that Deskbell cannot use, such as one that is not encoded as UTF-8. */
@Getter
class UnsuitableDatabase extends RuntimeException {

    private final String remedy;

    UnsuitableDatabase(String fault, String remedy) {
        super(fault);
        this.remedy = remedy;
    }

}
