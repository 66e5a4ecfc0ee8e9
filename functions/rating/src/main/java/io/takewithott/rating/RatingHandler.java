package io.takewithott.rating;

import io.takewithott.core.Environment;
import io.takewithott.core.http.HttpFunction;

/** Ratings and picks over HTTP. */
public final class RatingHandler extends HttpFunction {
  public RatingHandler() {
    this(Environment.ofProcess());
  }

  public RatingHandler(Environment environment) {
    super(RatingWiring.http(environment));
  }
}
