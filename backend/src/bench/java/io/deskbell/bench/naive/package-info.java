/**
 * The usual tutorial's chat: an entity saved in its own transaction by a message mapping
 * that returns it to a topic, with all defaults. What Deskbell is measured against.
 */
@NullMarked
package io.deskbell.bench.naive;

import org.jspecify.annotations.NullMarked;
