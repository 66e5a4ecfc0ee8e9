package io.takewithott.catalog.override;

import static io.takewithott.catalog.CatalogScene.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.catalog.CatalogScene;
import io.takewithott.testing.TestDatabase;
import io.takewithott.testing.TestEndpoints;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An administrator puts availability right. */
class OverrideTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();
  @RegisterExtension static final TestEndpoints ENDPOINTS = TestEndpoints.start();

  private static final String SEEN =
      "{\"available\":%s,\"source\":\"https://www.tving.com/1\",\"asOf\":\"2026-11-20\"}";

  private final CatalogScene catalog = new CatalogScene(DATABASE, ENDPOINTS);

  @BeforeAll
  static void setTheScene() {
    DATABASE.run(
        """
        insert into titles (title_id, title, original_title, source, source_key) values (1, '실미도', '실미도', 't', '1');
        insert into title_services values (1, 'wavve', '2026-11-01');
        """);
  }

  @Test
  void whatIsSaidIsSeenAtOnceAndMayBeTakenBack() {
    int before = DATABASE.calls();
    assertThat(put("tving", SEEN.formatted("true"))).isEqualTo(204);
    assertThat(DATABASE.calls() - before).isEqualTo(1);
    assertThat(put("wavve", SEEN.formatted("false"))).isEqualTo(204);
    assertThat(services()).isEqualTo("[\"tving\"]");

    assertThat(put("tving", SEEN.formatted("false"))).as("somebody looked again").isEqualTo(204);
    assertThat(services()).isEqualTo("[]");

    assertThat(status(catalog.changeAsAdmin("/admin/titles/1/services/wavve", null)))
        .isEqualTo(204);
    assertThat(status(catalog.changeAsAdmin("/admin/titles/1/services/wavve", null)))
        .isEqualTo(204);
    assertThat(services()).isEqualTo("[\"wavve\"]");
  }

  @Test
  void othersMayNot() {
    assertThat(status(catalog.postAsMember("/admin/titles/1/services/tving", "{}"))).isEqualTo(405);
    assertThat(status(catalog.getAsMember("/admin/titles/1/services/tving", Map.of())))
        .isEqualTo(405);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nothing", "TVING", "%00", "..", "a'--"})
  void aServiceThatIsNoneIsNotThere(String service) {
    assertThat(put(service, SEEN.formatted("true"))).isEqualTo(404);
    assertThat(
            status(
                catalog.changeAsAdmin("/admin/titles/99/services/tving", SEEN.formatted("true"))))
        .isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"source\":\"x\"}",
        "{\"available\":true}",
        "{\"available\":true,\"source\":\"  \"}",
        "{\"available\":true,\"source\":\"a\\u0000b\"}",
        "{\"available\":true,\"source\":\"x\",\"asOf\":\"2999-01-01\"}",
        "{\"available\":true,\"source\":\"x\",\"asOf\":\"1999-01-01\"}"
      })
  void whatIsNotSaidProperlyIsRefused(String body) {
    assertThat(put("tving", body)).isEqualTo(422);
  }

  private int put(String service, String body) {
    return status(catalog.changeAsAdmin("/admin/titles/1/services/" + service, body));
  }

  private String services() {
    return catalog.json("/titles/1").path("services").toString();
  }
}
