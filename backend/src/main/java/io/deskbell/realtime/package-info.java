/**
 * Live connections: STOMP and SockJS, the declared destinations and who may use them, the
 * one publisher, and who is connected. Nobody else touches Spring's messaging template.
 */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package io.deskbell.realtime;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
