package io.takewithott.auth;

import io.takewithott.core.Environment;
import io.takewithott.core.http.HttpFunction;
import java.time.Clock;
import java.time.InstantSource;

/** Accounts over HTTP. */
public final class AuthHandler extends HttpFunction {
  public AuthHandler() {
    this(Environment.ofProcess());
  }

  public AuthHandler(Environment environment) {
    this(environment, Clock.systemUTC());
  }

  AuthHandler(Environment environment, InstantSource clock) {
    super(AuthWiring.http(environment, clock));
  }
}
