package io.takewithott.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.core.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can be said of the API's description without asking the API. */
class DescriptionTest {
  private static final ApiDescription API = ApiDescription.served();

  @Test
  void everyRouteIsDescribedAndNothingElse() throws Exception {
    Map<String, TemplateRoutes.Route> routes = TemplateRoutes.read();
    Set<String> described = API.operations().keySet();
    Set<String> expected =
        routes.keySet().stream()
            .map(ApiDescription::described)
            .collect(Collectors.toCollection(TreeSet::new));
    List<String> problems = new ArrayList<>();
    routes.forEach(
        (key, route) -> {
          if (!described.contains(ApiDescription.described(key))) {
            problems.add(missing(key, route));
          }
        });
    described.stream()
        .filter(key -> !expected.contains(key))
        .forEach(key -> problems.add(key + " is described, but template.yaml has no such route"));

    assertThat(routes).hasSizeGreaterThan(150);
    assertThat(problems).isEmpty();
  }

  private static String missing(String key, TemplateRoutes.Route route) {
    return """
        %s is not described. Write into functions/web/src/main/openapi/%s, under operations:
          %s:
            id: aNameOfItsOwn
            tag: one of the file's
            summary: 한국어로 · In English
            for: %s
            answers: {200: TheSchemaOfTheAnswer}
        and under schemas what is new; api.yaml says how."""
        .formatted(
            key,
            route.file(),
            key,
            route
                .authorizer()
                .map(who -> who.equals("Member") ? "member" : "visitor")
                .orElse("(nobody: leave it out)"));
  }

  @Test
  void whoMayCallIsWhomTheAuthorizerLetsIn() throws Exception {
    Map<String, String> described = new TreeMap<>();
    Map<String, String> granted = new TreeMap<>();
    TemplateRoutes.read()
        .forEach(
            (key, route) -> {
              granted.put(key, route.authorizer().orElse("nobody"));
              described.put(key, who(API.operation(key).orElseThrow().path("security")));
            });

    assertThat(described).isEqualTo(granted);
  }

  private static String who(JsonNode security) {
    boolean anybody = security.isEmpty() || Stream.of(security.path(0)).anyMatch(JsonNode::isEmpty);
    boolean token = security.findValue("token") != null;
    return token ? (anybody ? "Visitor" : "Member") : "nobody";
  }

  @Test
  void theCodesAreThoseOfTheClosedList() {
    Set<String> described = new TreeSet<>();
    API.document()
        .at("/components/schemas/ErrorCode/enum")
        .forEach(code -> described.add(code.asText()));

    assertThat(described)
        .isEqualTo(
            Stream.of(ErrorCode.values())
                .map(ErrorCode::name)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void everyExampleFitsItsSchema() {
    List<String> problems = new ArrayList<>();
    walk(API.document(), "", problems);

    assertThat(problems).isEmpty();
  }

  /** Of every schema that stands beside an example. */
  private static void walk(JsonNode node, String pointer, List<String> problems) {
    if (node.has("schema") && node.has("example")) {
      check(pointer + "/schema", node.path("example"), problems);
    }
    if (node.has("schema") && node.path("examples").isObject()) {
      node.path("examples")
          .forEach(
              example -> {
                String reference = example.path("$ref").asText().substring(1);
                check(pointer + "/schema", API.document().at(reference).path("value"), problems);
              });
    }
    if (node.isObject()) {
      node.properties()
          .forEach(
              part ->
                  walk(
                      part.getValue(),
                      pointer + "/" + part.getKey().replace("~", "~0").replace("/", "~1"),
                      problems));
    } else {
      for (int i = 0; i < node.size(); i++) {
        walk(node.path(i), pointer + "/" + i, problems);
      }
    }
  }

  private static void check(String pointer, JsonNode example, List<String> problems) {
    API.problems(pointer, example).forEach(problem -> problems.add(pointer + ": " + problem));
  }

  /** What stands in an object that is not described is refused, wherever an object stands. */
  @Test
  void noObjectHasFieldsThatAreNotDescribed() {
    List<String> open = new ArrayList<>();
    for (JsonNode schema : API.document().findParents("properties")) {
      if (schema.path("type").asText().equals("object") && !schema.has("additionalProperties")) {
        open.add(schema.toString());
      }
    }

    // A key has what its kind has, and the tables of an export are the database's own.
    assertThat(open).hasSizeLessThanOrEqualTo(2);
  }
}
