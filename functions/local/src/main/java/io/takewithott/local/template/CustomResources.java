package io.takewithott.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The resources a function of ours creates, each after those its DependsOn names. */
final class CustomResources {

  private final Map<String, Resource> resources;
  private final List<CustomResourceDefinition> ordered = new ArrayList<>();
  private final Set<String> visited = new LinkedHashSet<>();

  CustomResources(Map<String, Resource> resources) {
    this.resources = resources;
  }

  static boolean isCustom(String type) {
    return type.equals("AWS::CloudFormation::CustomResource") || type.startsWith("Custom::");
  }

  List<CustomResourceDefinition> inOrder() {
    resources.values().forEach(this::visit);
    return ordered;
  }

  /**
   * Depth first over DependsOn, also through resources of other types; a circle is AWS's own error
   * to report.
   */
  private void visit(Resource resource) {
    if (!visited.add(resource.logicalId())) {
      return;
    }
    resource.dependsOn().stream().map(resources::get).filter(Objects::nonNull).forEach(this::visit);
    if (isCustom(resource.type())) {
      define(resource).ifPresent(ordered::add);
    }
  }

  private static Optional<CustomResourceDefinition> define(Resource resource) {
    Properties properties = resource.properties();
    Optional<String> function = Reference.function(properties, "ServiceToken");
    ObjectNode values = JsonNodeFactory.instance.objectNode();
    properties
        .node()
        .entries()
        .forEach(
            (name, node) -> {
              if (!name.equals("ServiceToken")) {
                Node resolved =
                    properties.evaluation().resolve(node, properties.place().child(name));
                put(values, name, resolved);
              }
            });
    return function.map(
        id ->
            new CustomResourceDefinition(
                resource.logicalId(), resource.type(), id, values.toString()));
  }

  private static void put(ObjectNode values, String name, Node resolved) {
    if (!(resolved instanceof Node.Missing)) {
      values.set(name, json(resolved));
    }
  }

  private static JsonNode json(Node node) {
    if (node instanceof Node.Mapping mapping) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      mapping.entries().forEach((key, value) -> put(object, key, value));
      return object;
    }
    if (node instanceof Node.Sequence sequence) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      sequence.items().forEach(item -> array.add(json(item)));
      return array;
    }
    return JsonNodeFactory.instance.textNode(
        node instanceof Node.Scalar scalar ? scalar.text() : "");
  }
}
