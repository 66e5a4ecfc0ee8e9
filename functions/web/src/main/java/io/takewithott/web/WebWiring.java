package io.takewithott.web;

import io.takewithott.core.Environment;
import io.takewithott.core.http.HttpFunction;
import io.takewithott.core.http.HttpFunction.HttpWiring;
import io.takewithott.core.http.Routes;
import io.takewithott.core.lambda.Budget;
import java.time.Clock;

/** What the web function is made of. */
final class WebWiring {
  private WebWiring() {}

  static HttpWiring http(Environment environment) {
    ContentSecurityPolicy policy = environment.read(WebWiring::policy);
    Budget budget = new Budget(Clock.systemUTC(), HttpFunction.LONGEST_REQUEST);
    SiteFiles files = SiteFiles.load();
    SiteResource site = new SiteResource(files, policy.with(files.firstScript()));
    Routes routes =
        Routes.builder()
            .get("/", site::page)
            .get("/assets/{file+}", site::asset)
            .get("/{page+}", site::anything)
            .build();
    return new HttpWiring(routes, budget, () -> {}, () -> {});
  }

  private static ContentSecurityPolicy policy(Environment.Settings settings) {
    return ContentSecurityPolicy.of(
        settings.host("TWO_UPLOAD_HOST"), settings.address("TWO_SOCKET_CLIENT_ADDRESS"));
  }
}
