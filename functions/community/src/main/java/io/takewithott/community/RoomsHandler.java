package io.takewithott.community;

import io.takewithott.core.Environment;
import io.takewithott.core.http.HttpFunction;
import java.time.Clock;
import java.time.InstantSource;

/** Rooms, tickets for connections, and notifications over HTTP. */
public final class RoomsHandler extends HttpFunction {
  public RoomsHandler() {
    this(Environment.ofProcess());
  }

  public RoomsHandler(Environment environment) {
    this(environment, Clock.systemUTC());
  }

  RoomsHandler(Environment environment, InstantSource clock) {
    super(RoomsWiring.http(environment, clock));
  }
}
