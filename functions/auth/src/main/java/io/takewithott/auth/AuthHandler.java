package io.takewithott.auth;

import io.takewithott.core.Environment;
import io.takewithott.core.http.HttpFunction;

/** Accounts over HTTP. */
public final class AuthHandler extends HttpFunction {
  public AuthHandler() {
    this(Environment.ofProcess());
  }

  public AuthHandler(Environment environment) {
    super(AuthWiring.http(environment));
  }
}
