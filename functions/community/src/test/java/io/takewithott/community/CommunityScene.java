package io.takewithott.community;

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
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Members, titles, and the community function over them, asked as API Gateway asks. */
final class CommunityScene {
  static final long NOBODY = 0;
  static final long MINA = 1000001;
  static final long JUN = 1000002;
  static final long SORA = 1000003;
  static final long ADMIN = 1000004;

  private final TestDatabase database;
  private final CommunityHandler handler;

  CommunityScene(TestDatabase database, TestEndpoints endpoints) {
    this.database = database;
    Map<String, String> environment = new HashMap<>(endpoints.environment());
    environment.putAll(database.environment());
    environment.put("TWO_TASTE_QUEUE_URL", endpoints.queueUrl());
    environment.put("TWO_BUCKET", TestEndpoints.BUCKET);
    this.handler = new CommunityHandler(Environment.of(environment), Clock.systemUTC());
  }

  /** Three members and an administrator who are logged in, and nine titles. */
  void set() {
    database.run(
        """
        delete from rate_limits; delete from users; delete from titles; delete from discarded_photos;
        insert into users (user_id, nickname, role)
        values (1000001, '미나', 'user'), (1000002, '준', 'user'), (1000003, '소라', 'user'), (1000004, '관리자', 'admin');
        insert into sessions (session_id, user_id, device, address, opened_at, last_seen_at, expires_at)
        select ('00000000-0000-0000-0000-00000' || user_id)::uuid, user_id, 'test', '-', now(), now(), now() + interval '1 day'
          from users;
        insert into titles (title_id, title, original_title, source, source_key)
        select n, 'title ' || n, 'title ' || n, 'test', n::text from generate_series(1, 9) n;
        """);
  }

  Answer get(String path, long userId) {
    return call("GET", path, null, userId, null);
  }

  Answer call(String method, String path, @Nullable Object body, long userId) {
    return call(method, path, body, userId, null);
  }

  Answer call(
      String method,
      String pathAndQuery,
      @Nullable Object body,
      long userId,
      @Nullable String idempotencyKey) {
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
    if (body == null) {
      event.remove("body");
    } else {
      event.put("body", body instanceof String text ? text : Json.text(body));
    }
    if (idempotencyKey != null) {
      event.withObject("/headers").put("idempotency-key", idempotencyKey);
    }
    if (userId == NOBODY) {
      event.withObject("/requestContext").remove("authorizer");
    } else {
      ObjectNode caller = event.withObject("/requestContext/authorizer/lambda");
      caller
          .put("userId", Long.toString(userId))
          .put("sessionId", "00000000-0000-0000-0000-00000" + userId);
      if (userId == ADMIN) {
        caller.put("role", "admin");
      }
    }
    JsonNode answer = invoke(handler, event);
    String text = answer.path("body").asText();
    return new Answer(
        answer.path("statusCode").asInt(),
        text.isEmpty()
            ? Json.mapper().createObjectNode()
            : Json.tree(text.getBytes(StandardCharsets.UTF_8)));
  }

  long review(long userId, long titleId, String text) {
    return call("PUT", "/titles/" + titleId + "/review", Map.of("text", text), userId)
        .body()
        .path("reviewId")
        .asLong();
  }

  long post(long userId, String headline, String text) {
    return call("POST", "/posts", Map.of("headline", headline, "text", text), userId)
        .body()
        .path("postId")
        .asLong();
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
