package io.takewithott.local.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.takewithott.core.json.Json;
import io.takewithott.local.gateway.AccessLog.Exchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/**
 * Compares one request and its answer with the description. A request that is refused may be
 * anything; of one that is not, every parameter and all of the body has to be described.
 */
final class ExchangeCheck {
  private static final String JSON = "application/json";

  private final ApiDescription description;

  ExchangeCheck(ApiDescription description) {
    this.description = description;
  }

  List<String> problems(Exchange exchange) {
    Optional<JsonNode> operation = description.operation(exchange.routeKey());
    if (operation.isEmpty()) {
      return List.of("it is not described");
    }
    String pointer = ApiDescription.pointer(exchange.routeKey());
    List<String> problems = new ArrayList<>(answer(exchange, operation.get(), pointer));
    if (exchange.status() < 400) {
      problems.addAll(parameters(exchange, operation.get(), pointer));
      problems.addAll(body(exchange, operation.get(), pointer));
    }
    return problems;
  }

  private List<String> answer(Exchange exchange, JsonNode operation, String pointer) {
    String status = String.valueOf(exchange.status());
    JsonNode response = operation.path("responses").path(status);
    if (response.isMissingNode()) {
      return List.of(status + " is not described: " + text(exchange.answer()));
    }
    String type = type(exchange.contentType());
    if (exchange.answer().length == 0) {
      boolean mayBeEmpty =
          !response.has("content") || exchange.status() == 304 || exchange.status() == 302;
      return mayBeEmpty ? List.of() : List.of(status + " has no body");
    }
    if (!response.path("content").has(type)) {
      return List.of(status + " is " + type + ", which is not described");
    }
    if (!type.equals(JSON)) {
      return List.of();
    }
    JsonNode body = Json.tree(unpacked(exchange.answer()));
    List<String> problems = new ArrayList<>();
    for (String problem :
        description.problems(
            pointer + "/responses/" + status + "/content/application~1json/schema", body)) {
      problems.add(status + " " + problem);
    }
    if (exchange.status() >= 400) {
      problems.addAll(code(response, body, status));
    }
    return problems;
  }

  /** The site's files are compressed where that is asked for. */
  private static byte[] unpacked(byte[] answer) {
    if (answer.length < 2 || (answer[0] & 0xFF) != 0x1F || (answer[1] & 0xFF) != 0x8B) {
      return answer;
    }
    try (GZIPInputStream packed = new GZIPInputStream(new ByteArrayInputStream(answer))) {
      return packed.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Failures stand in the description as examples under their codes. */
  private static List<String> code(JsonNode response, JsonNode body, String status) {
    JsonNode known = response.path("content").path(JSON).path("examples");
    String code = body.path("error").path("code").asText("gateway");
    return known.has(code)
        ? List.of()
        : List.of(
            status
                + " "
                + code
                + " is not described: add it to the operation's errors ("
                + body.path("error").path("message").asText()
                + ")");
  }

  private List<String> parameters(Exchange exchange, JsonNode operation, String pointer) {
    Set<String> unknown = new TreeSet<>(exchange.query().keySet());
    List<String> problems = new ArrayList<>();
    int index = 0;
    for (JsonNode parameter : operation.path("parameters")) {
      String name = parameter.path("name").asText();
      String at = pointer + "/parameters/" + index++ + "/schema";
      Optional<String> sent =
          switch (parameter.path("in").asText()) {
            case "query" -> Optional.ofNullable(exchange.query().get(name));
            case "header" ->
                Optional.ofNullable(exchange.headers().get(name.toLowerCase(Locale.ROOT)));
            default -> Optional.empty();
          };
      unknown.remove(name);
      // An object stands for parameters of any names.
      if (parameter.at("/schema/type").asText().equals("object")) {
        unknown.clear();
      }
      boolean missing = sent.isEmpty() && !parameter.path("in").asText().equals("path");
      if (missing && parameter.path("required").asBoolean()) {
        problems.add("the parameter " + name + " is said to be required, and was not sent");
      }
      // What is sent empty counts as not sent.
      sent.filter(text -> !text.isEmpty())
          .ifPresent(
              text ->
                  description
                      .problems(at, value(text, description.document().at(at)))
                      .forEach(problem -> problems.add("the parameter " + name + ": " + problem)));
    }
    if (exchange.status() < 300) {
      unknown.forEach(name -> problems.add("the parameter " + name + " is not described"));
    }
    return problems;
  }

  private static JsonNode value(String text, JsonNode schema) {
    return Set.of("integer", "number").contains(schema.path("type").asText())
            && text.matches("-?[0-9]+([.][0-9]+)?")
        ? Json.tree(text.getBytes(StandardCharsets.UTF_8))
        : JsonNodeFactory.instance.textNode(text);
  }

  private List<String> body(Exchange exchange, JsonNode operation, String pointer) {
    JsonNode described = operation.path("requestBody");
    if (described.isMissingNode()) {
      return exchange.body().length == 0 || exchange.status() >= 300 ? List.of() : unread(exchange);
    }
    if (exchange.body().length == 0) {
      return described.path("required").asBoolean()
          ? List.of("a body is said to be required, and was not sent")
          : List.of();
    }
    String type = type(exchange.headers().getOrDefault("content-type", ""));
    JsonNode content = described.path("content");
    if (!content.has(type)) {
      // Files are taken whatever they are said to be.
      return content.has("application/octet-stream")
          ? List.of()
          : List.of("the request is " + type + ", which is not described");
    }
    return type.equals(JSON)
        ? description
            .problems(
                pointer + "/requestBody/content/application~1json/schema",
                Json.tree(exchange.body()))
            .stream()
            .map(problem -> "the request: " + problem)
            .toList()
        : List.of();
  }

  /** A body that nobody reads may be there, as long as it says nothing. */
  private static List<String> unread(Exchange exchange) {
    try {
      return Json.tree(exchange.body()).isEmpty()
          ? List.of()
          : List.of("a body was sent, and none is described");
    } catch (UncheckedIOException | IllegalArgumentException noJson) {
      return List.of("a body was sent, and none is described");
    }
  }

  private static String type(String contentType) {
    return contentType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
  }

  private static String text(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    return text.length() <= 200 ? text : text.substring(0, 200) + "…";
  }
}
