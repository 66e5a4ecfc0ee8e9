package io.takewithott.benchmarks.start;

import io.takewithott.benchmarks.start.StartWorld.Member;
import io.takewithott.core.json.Json;
import io.takewithott.local.runtime.InvocationResult;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** What the accounts are asked most: logging in, which is one hash, and what comes all the time. */
final class AuthRoutes {
  static final String FUNCTION = "AuthFunction";
  static final String AUTHORIZER = "AuthorizerFunction";

  private final StartWorld world;

  AuthRoutes(StartWorld world) {
    this.world = world;
  }

  List<Route> all() {
    Member member = world.join();
    return List.of(
        Route.same("POST /sessions", Json.bytes(world.logIn(member))),
        refresh(world.join()),
        Route.same("GET /me", world.asReader("auth/me")),
        Route.same("GET /me/profile", world.asReader("auth/profile")),
        Route.same("GET /.well-known/jwks.json", world.asReader("auth/public-keys")));
  }

  List<Route> authorizer() {
    return List.of(Route.same("the authorizer", world.tokenToCheck()));
  }

  /** Every token is good once, so each call needs what the last one answered. */
  private Route refresh(Member member) {
    AtomicReference<String> token = new AtomicReference<>(member.refreshToken());
    return new Route(
        "POST /sessions/refresh",
        () -> Json.bytes(world.events().read("auth/refresh", Map.of("refreshToken", token.get()))),
        (InvocationResult answer) -> token.set(Answers.body(answer).path("refreshToken").asText()));
  }
}
