package io.takewithott.rating;

import static io.takewithott.testing.Invocations.invoke;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.takewithott.core.Environment;
import io.takewithott.core.json.Json;
import io.takewithott.testing.EventFiles;
import io.takewithott.testing.TestDatabase;
import io.takewithott.testing.TestEndpoints;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Members, titles, and the rating function over them, asked as API Gateway asks. */
final class RatingScene {
  static final long MINA = 1000001;
  static final long JUN = 1000002;
  static final long SORA = 1000003;

  private final TestDatabase database;
  private final RatingHandler handler;

  RatingScene(TestDatabase database, TestEndpoints endpoints) {
    this.database = database;
    Map<String, String> environment = new HashMap<>(endpoints.environment());
    environment.putAll(database.environment());
    environment.put("TWO_TASTE_QUEUE_URL", endpoints.queueUrl());
    this.handler = new RatingHandler(Environment.of(environment), Clock.systemUTC());
  }

  /** Three members who are logged in, and so many titles, numbered from 1. */
  void set(int titles) {
    database.run(
        """
        delete from rate_limits; delete from users; delete from titles; delete from people;
        insert into users (user_id, nickname, is_private) values (1000001, '미나', false), (1000002, '준', false), (1000003, '소라', true);
        insert into sessions (session_id, user_id, device, address, opened_at, last_seen_at, expires_at)
        select ('00000000-0000-0000-0000-00000' || user_id)::uuid, user_id, 'test', '-', now(), now(), now() + interval '1 day'
          from users;
        insert into titles (title_id, title, original_title, year, source, source_key)
        select n, 'title ' || n, 'original ' || n, 2000 + n %% 20, 'test', n::text from generate_series(1, %d) n;
        """
            .formatted(titles));
  }

  Answer call(String method, String path, @Nullable Object body, long userId) {
    ObjectNode event = event(method, path, userId);
    if (body != null) {
      event.put("body", Json.text(body));
      event.withObject("/headers").put("content-type", "application/json");
    } else {
      event.remove("body");
    }
    return sent(event);
  }

  /** A file, as a client sends bytes. */
  Answer upload(String path, byte[] file, long userId) {
    ObjectNode event = event("POST", path, userId);
    event.put("body", Base64.getEncoder().encodeToString(file)).put("isBase64Encoded", true);
    event.withObject("/headers").put("content-type", "application/octet-stream");
    return sent(event);
  }

  private static ObjectNode event(String method, String pathAndQuery, long userId) {
    ObjectNode event = EventFiles.read("rating/rate");
    int mark = pathAndQuery.indexOf('?');
    String path = mark < 0 ? pathAndQuery : pathAndQuery.substring(0, mark);
    String query = mark < 0 ? "" : pathAndQuery.substring(mark + 1);
    event.put("rawPath", path).put("rawQueryString", query);
    event.withObject("/requestContext/http").put("method", method).put("path", path);
    for (String each : query.isEmpty() ? new String[0] : query.split("&")) {
      String[] pair = each.split("=", 2);
      event.withObject("/queryStringParameters").put(pair[0], pair[1]);
    }
    event
        .withObject("/requestContext/authorizer/lambda")
        .put("userId", Long.toString(userId))
        .put("sessionId", "00000000-0000-0000-0000-00000" + userId);
    return event;
  }

  private Answer sent(ObjectNode event) {
    JsonNode answer = invoke(handler, event);
    String body = answer.path("body").asText();
    return new Answer(
        answer.path("statusCode").asInt(),
        body.isEmpty()
            ? Json.mapper().createObjectNode()
            : Json.tree(body.getBytes(StandardCharsets.UTF_8)));
  }

  record Answer(int status, JsonNode body) {
    String code() {
      return body.path("error").path("code").asText();
    }

    String message() {
      return body.path("error").path("message").asText();
    }
  }
}
