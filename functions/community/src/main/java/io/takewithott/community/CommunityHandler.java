package io.takewithott.community;

import io.takewithott.core.Environment;
import io.takewithott.core.http.HttpFunction;
import java.time.Clock;
import java.time.InstantSource;

/** What members write for each other, over HTTP. */
public final class CommunityHandler extends HttpFunction {
  public CommunityHandler() {
    this(Environment.ofProcess());
  }

  public CommunityHandler(Environment environment) {
    this(environment, Clock.systemUTC());
  }

  CommunityHandler(Environment environment, InstantSource clock) {
    super(CommunityWiring.http(environment, clock));
  }
}
