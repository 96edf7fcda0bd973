package io.deskbell.call;

import java.time.Instant;

/** When something comes over a call, if nothing else does before. */
record Timer(Due what, Instant at) {
}
