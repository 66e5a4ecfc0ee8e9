package io.takewithott.catalog;

import static io.takewithott.testing.Invocations.body;
import static io.takewithott.testing.Invocations.invoke;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.takewithott.core.Environment;
import io.takewithott.core.ranking.RankedTitle;
import io.takewithott.core.ranking.Ranking;
import io.takewithott.core.ranking.RankingFormat;
import io.takewithott.testing.EventFiles;
import io.takewithott.testing.TestDatabase;
import io.takewithott.testing.TestEndpoints;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The catalogue's function over a test's database and endpoints, asked as API Gateway asks. */
public final class CatalogScene {
  public static final long MEMBER = 1000001;

  private final CatalogHandler handler;

  public CatalogScene(TestDatabase database, TestEndpoints endpoints) {
    this.handler = new CatalogHandler(Environment.of(environment(database, endpoints)));
  }

  /** The variables of the function. */
  public static Map<String, String> environment(TestDatabase database, TestEndpoints endpoints) {
    Map<String, String> environment = new HashMap<>(endpoints.environment());
    environment.putAll(database.environment());
    environment.put("TWO_BUCKET", TestEndpoints.BUCKET);
    return environment;
  }

  /** Puts a ranking where the recommender would leave it. */
  public static void store(TestEndpoints endpoints, long userId, List<RankedTitle> titles) {
    Ranking ranking = new Ranking(userId, 0, "m1", Instant.EPOCH, titles, List.of());
    endpoints
        .objects()
        .put(Ranking.key(userId), RankingFormat.write(ranking), RankingFormat.CONTENT_TYPE);
  }

  /** The whole answer to somebody who is not logged in. */
  public JsonNode get(String path, Map<String, String> query, Map<String, String> headers) {
    ObjectNode event = EventFiles.read("catalog/home-visitor");
    return invoke(handler, addressed(event, "GET", path, query, headers));
  }

  public JsonNode get(String path, Map<String, String> query) {
    return get(path, query, Map.of());
  }

  public JsonNode get(String path) {
    return get(path, Map.of());
  }

  /** The whole answer to the member. */
  public JsonNode getAsMember(String path, Map<String, String> query) {
    ObjectNode event = EventFiles.read("catalog/home-member");
    return invoke(handler, addressed(event, "GET", path, query, Map.of()));
  }

  public JsonNode postAsMember(String path, String json) {
    ObjectNode event = EventFiles.read("catalog/home-member");
    event.put("body", json);
    return invoke(
        handler,
        addressed(event, "POST", path, Map.of(), Map.of("content-type", "application/json")));
  }

  /** The whole answer to an administrator; a body makes it a PUT, none a DELETE. */
  public JsonNode changeAsAdmin(String path, @Nullable String json) {
    ObjectNode event = EventFiles.read("catalog/home-member");
    event.withObject("/requestContext/authorizer/lambda").put("role", "admin");
    if (json != null) {
      event.put("body", json);
    }
    return invoke(
        handler,
        addressed(
            event,
            json == null ? "DELETE" : "PUT",
            path,
            Map.of(),
            Map.of("content-type", "application/json")));
  }

  /** What a GET answers, which must be 200. */
  public JsonNode json(String path, Map<String, String> query) {
    return succeeded(get(path, query));
  }

  public JsonNode json(String path) {
    return json(path, Map.of());
  }

  public static JsonNode succeeded(JsonNode answer) {
    if (answer.path("statusCode").asInt() != 200) {
      throw new AssertionError(answer.toString());
    }
    return body(answer);
  }

  public static int status(JsonNode answer) {
    return answer.path("statusCode").asInt();
  }

  private static ObjectNode addressed(
      ObjectNode event,
      String method,
      String path,
      Map<String, String> query,
      Map<String, String> headers) {
    event.put("rawPath", path);
    event.put("routeKey", method + " " + path);
    event.withObject("/requestContext/http").put("method", method).put("path", path);
    StringBuilder raw = new StringBuilder();
    query.forEach(
        (name, value) ->
            raw.append(raw.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    event.put("rawQueryString", raw.toString());
    query.forEach((name, value) -> event.withObject("/queryStringParameters").put(name, value));
    headers.forEach((name, value) -> event.withObject("/headers").put(name, value));
    return event;
  }
}
