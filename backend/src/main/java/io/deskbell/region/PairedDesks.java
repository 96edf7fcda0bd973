package io.deskbell.region;

import java.util.Collection;
import java.util.Set;

/** Which desks have a device; implemented by the module that pairs them. */
public interface PairedDesks {

    /** Those of the given desks that are paired. */
    Set<String> pairedOf(Collection<String> desks);

}
