package io.takewithott.rating;

import static io.takewithott.testing.Invocations.body;
import static io.takewithott.testing.Invocations.invoke;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.takewithott.core.Environment;
import io.takewithott.testing.EventFiles;
import io.takewithott.testing.TestDatabase;
import io.takewithott.testing.TestEndpoints;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RatingHandlerTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();
  @RegisterExtension static final TestEndpoints ENDPOINTS = TestEndpoints.start();

  @BeforeEach
  void setTheScene() {
    DATABASE.run(
        """
        delete from users; delete from titles;
        insert into users (user_id, nickname) values (1000001, '미나');
        insert into titles (title_id, title, original_title, source, source_key)
        select n, 'title ' || n, 'title ' || n, 'test', n::text from unnest(array[1001, 2001, 3001]) n;
        """);
  }

  @Test
  void everyChangeIsAnnounced() {
    RatingHandler handler = handler(ENDPOINTS.queueUrl());
    int before = ENDPOINTS.queued();

    assertThat(body(invoke(handler, EventFiles.read("rating/rate"))))
        .hasToString("{\"tasteVersion\":1}");
    assertThat(body(invoke(handler, EventFiles.read("rating/unrate"))))
        .hasToString("{\"tasteVersion\":2}");
    assertThat(body(invoke(handler, EventFiles.read("rating/pick"))))
        .hasToString("{\"tasteVersion\":3}");
    assertThat(ENDPOINTS.queued() - before).isEqualTo(3);
  }

  @Test
  void aChangeThatCouldNotBeAnnouncedIsKeptAndAnnouncedWhenTriedAgain() {
    RatingHandler broken = handler(ENDPOINTS.queueUrl() + "-that-is-not-there");
    int before = ENDPOINTS.queued();

    JsonNode failed = invoke(broken, EventFiles.read("rating/rate"));
    JsonNode again = invoke(handler(ENDPOINTS.queueUrl()), EventFiles.read("rating/rate"));

    assertThat(failed.path("statusCode").asInt()).isEqualTo(503);
    assertThat(body(failed).path("error").path("message").asText())
        .isEqualTo(
            "The change is stored but your order is not up to date yet; try again in a moment");
    assertThat(body(again)).hasToString("{\"tasteVersion\":1}");
    assertThat(ENDPOINTS.queued() - before).isEqualTo(1);
  }

  @Test
  void nobodyRatesNothing() {
    ObjectNode event = EventFiles.read("rating/rate");
    ((ObjectNode) event.path("requestContext")).remove("authorizer");

    assertThat(invoke(handler(ENDPOINTS.queueUrl()), event).path("statusCode").asInt())
        .isEqualTo(401);
  }

  private static RatingHandler handler(String queueUrl) {
    Map<String, String> environment = new HashMap<>(ENDPOINTS.environment());
    environment.putAll(DATABASE.environment());
    environment.put("TWO_TASTE_QUEUE_URL", queueUrl);
    return new RatingHandler(Environment.of(environment));
  }
}
