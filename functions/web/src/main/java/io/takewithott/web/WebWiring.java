package io.takewithott.web;

import io.takewithott.core.Environment;
import io.takewithott.core.http.HttpFunction;
import io.takewithott.core.http.HttpFunction.HttpWiring;
import io.takewithott.core.http.Routes;
import io.takewithott.core.lambda.Budget;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/** What the web function is made of; it needs no setting but may know where sockets are. */
final class WebWiring {
  private WebWiring() {}

  static HttpWiring http(Environment environment) {
    Optional<URI> sockets =
        environment.read(settings -> settings.address("TWO_SOCKET_CLIENT_ADDRESS"));
    Budget budget = new Budget(Clock.systemUTC(), HttpFunction.LONGEST_REQUEST);
    SiteResource site = new SiteResource(SiteFiles.load(), sockets);
    Routes routes =
        Routes.builder().get("/", site::page).get("/assets/{file+}", site::asset).build();
    return new HttpWiring(routes, budget, () -> {}, () -> {});
  }
}
