package io.takewithott.web;

import io.takewithott.core.Environment;
import io.takewithott.core.http.HttpFunction;

/** The site over HTTP. */
public final class WebHandler extends HttpFunction {
  public WebHandler() {
    this(Environment.ofProcess());
  }

  public WebHandler(Environment environment) {
    super(WebWiring.http(environment));
  }
}
