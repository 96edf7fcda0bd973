package io.deskbell.call;

import java.util.UUID;

/** A call that is over was changed; told within the transaction that changes it. */
public record CallOver(UUID id, long number) {
}
