package io.takewithott.web;

import io.takewithott.core.Environment;
import io.takewithott.core.http.HttpFunction;
import io.takewithott.core.http.HttpFunction.HttpWiring;
import io.takewithott.core.http.Routes;
import io.takewithott.core.lambda.Budget;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/** What the web function is made of. */
final class WebWiring {
  private WebWiring() {}

  static HttpWiring http(Environment environment) {
    Config config = environment.read(Config::from);
    Budget budget = new Budget(Clock.systemUTC(), HttpFunction.LONGEST_REQUEST);
    SiteResource site =
        new SiteResource(
            SiteFiles.load(), ContentSecurityPolicy.of(config.uploadHost, config.sockets));
    Routes routes =
        Routes.builder()
            .get("/", site::page)
            .get("/assets/{file+}", site::asset)
            .get("/{page+}", site::anything)
            .build();
    return new HttpWiring(routes, budget, () -> {}, () -> {});
  }

  private record Config(String uploadHost, Optional<URI> sockets) {
    static Config from(Environment.Settings settings) {
      return new Config(
          settings.host("TWO_UPLOAD_HOST"), settings.address("TWO_SOCKET_CLIENT_ADDRESS"));
    }
  }
}
