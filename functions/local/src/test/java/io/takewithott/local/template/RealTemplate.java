package io.takewithott.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.takewithott.testing.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;

/** The repository's template as JSON, with every intrinsic in its long form. */
public final class RealTemplate {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private RealTemplate() {}

  public static JsonNode read() throws IOException {
    Problems problems = new Problems("template.yaml");
    Node.Mapping root =
        new YamlTree(problems).parse(Files.readString(Checkout.root().resolve("template.yaml")));
    problems.throwIfAny();
    return json(root);
  }

  /** Resources of a type by their logical ids. */
  public static Map<String, JsonNode> ofType(JsonNode template, String type) {
    Map<String, JsonNode> found = new TreeMap<>();
    template
        .path("Resources")
        .properties()
        .forEach(
            resource -> {
              if (resource.getValue().path("Type").asText().equals(type)) {
                found.put(resource.getKey(), resource.getValue().path("Properties"));
              }
            });
    return found;
  }

  private static JsonNode json(Node node) {
    if (node instanceof Node.Scalar scalar) {
      return NODES.textNode(scalar.text());
    }
    if (node instanceof Node.Sequence sequence) {
      ArrayNode items = NODES.arrayNode();
      sequence.items().forEach(item -> items.add(json(item)));
      return items;
    }
    if (node instanceof Node.Mapping mapping) {
      ObjectNode object = NODES.objectNode();
      mapping.entries().forEach((key, value) -> object.set(key, json(value)));
      return object;
    }
    if (node instanceof Node.Intrinsic intrinsic) {
      return NODES.objectNode().set(intrinsic.name(), json(intrinsic.argument()));
    }
    return NODES.nullNode();
  }
}
