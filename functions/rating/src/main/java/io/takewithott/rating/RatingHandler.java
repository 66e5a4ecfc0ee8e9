package io.takewithott.rating;

import io.takewithott.core.Environment;
import io.takewithott.core.http.HttpFunction;
import java.time.Clock;
import java.time.InstantSource;

/** What members say of titles, over HTTP. */
public final class RatingHandler extends HttpFunction {
  public RatingHandler() {
    this(Environment.ofProcess());
  }

  public RatingHandler(Environment environment) {
    this(environment, Clock.systemUTC());
  }

  RatingHandler(Environment environment, InstantSource clock) {
    super(RatingWiring.http(environment, clock));
  }
}
