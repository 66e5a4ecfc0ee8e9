package io.takewithott.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.testing.TestDatabase;
import io.takewithott.testing.TestEndpoints;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where a log-in came from, with CloudFront in front of the API and without. */
class EdgeAddressTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();
  @RegisterExtension static final TestEndpoints ENDPOINTS = TestEndpoints.start();

  private static AuthApi behindTheEdge;
  private static AuthApi alone;

  @BeforeAll
  static void start() {
    String secret = ENDPOINTS.secret("edge", "known to both");
    behindTheEdge = new AuthApi(DATABASE, ENDPOINTS, Map.of("TWO_EDGE_SECRET", secret));
    alone = new AuthApi(DATABASE, ENDPOINTS, Map.of("TWO_EDGE_SECRET", ""));
    behindTheEdge.join("mina");
  }

  @Test
  void theEdgeSaysWhoAsks() {
    assertThat(network(behindTheEdge, "198.51.100.9", "known to both")).isEqualTo("198.51.100.x");
    assertThat(network(behindTheEdge, "2001:db8:1:2::9", "known to both"))
        .isEqualTo("2001:db8:1::");
  }

  @Test
  void nobodyElseDoes() {
    assertThat(network(behindTheEdge, "198.51.100.9", "guessed")).isEqualTo("203.0.113.x");
    assertThat(network(alone, "198.51.100.9", "known to both")).isEqualTo("203.0.113.x");
  }

  /** Of a log-in, as its owner is shown it; the connection is from 203.0.113.7. */
  private static String network(AuthApi api, String address, String proof) {
    behindTheEdge.clock.pass(Duration.ofMinutes(1));
    alone.clock.pass(Duration.ofMinutes(1));
    AuthApi.Session session =
        AuthApi.session(
            api.logIn("mina", AuthApi.PASSWORD)
                .header("x-viewer-address", address)
                .header("x-edge-secret", proof)
                .send());
    return api.get("/me/sessions").as(session).send().body().at("/sessions/0/network").asText();
  }
}
