package io.deskbell.presence;

import java.util.Map;

/** How many calls guides have; implemented where the calls are. */
public interface GuideLoads {

    /** The number of calls of each guide who has one, by username. */
    Map<String, Integer> all();

    /** The number of calls of one guide. */
    int of(String username);

}
