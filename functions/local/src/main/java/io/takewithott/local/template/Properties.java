package io.takewithott.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A map of the template read by property name: each getter evaluates just that property and checks
 * its kind.
 */
record Properties(Node.Mapping node, Place place, Evaluation evaluation) {

  int line() {
    return node.line();
  }

  boolean has(String name) {
    return raw(name).isPresent();
  }

  /** The property as written, with an {@code If} decided; empty when absent or without a value. */
  Optional<Node> raw(String name) {
    return node.get(name)
        .map(value -> evaluation.chosen(value, place.child(name)))
        .filter(value -> !(value instanceof Node.Missing))
        .filter(value -> !isNoValue(value));
  }

  private static boolean isNoValue(Node value) {
    return value instanceof Node.Intrinsic intrinsic
        && intrinsic.name().equals("Ref")
        && intrinsic.argument() instanceof Node.Scalar name
        && name.text().equals("AWS::NoValue");
  }

  Optional<String> text(String name) {
    return raw(name).flatMap(value -> evaluation.text(value, place.child(name)));
  }

  Optional<String> requiredText(String name, String description) {
    if (!has(name)) {
      problem("", "found no " + name + "; " + description);
    }
    return text(name);
  }

  int integer(String name, int otherwise, int least, int most) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    if (text.get().matches("\\d{1,9}")) {
      int value = Integer.parseInt(text.get());
      if (value >= least && value <= most) {
        return value;
      }
    }
    problem(
        name,
        "found \"" + text.get() + "\"; supported is a whole number from " + least + " to " + most);
    return otherwise;
  }

  boolean flag(String name, boolean otherwise) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!text.get().equals("true") && !text.get().equals("false")) {
      problem(name, "found \"" + text.get() + "\"; supported are true and false");
    }
    return text.get().equals("true");
  }

  Optional<Properties> mapping(String name) {
    Optional<Node> value = raw(name);
    if (value.isPresent() && !(value.get() instanceof Node.Mapping)) {
      problem(name, "found " + value.get().described() + " where a map is needed");
    }
    return value
        .filter(Node.Mapping.class::isInstance)
        .map(found -> new Properties((Node.Mapping) found, place.child(name), evaluation));
  }

  /** The entries of a map property, each of which must itself be a map. */
  Map<String, Properties> mappings(String name) {
    Map<String, Properties> entries = new LinkedHashMap<>();
    mapping(name)
        .ifPresent(
            map ->
                map.node()
                    .entries()
                    .keySet()
                    .forEach(key -> map.mapping(key).ifPresent(entry -> entries.put(key, entry))));
    return entries;
  }

  List<Node> items(String name) {
    Optional<Node> value = raw(name);
    if (value.isPresent() && !(value.get() instanceof Node.Sequence)) {
      problem(name, "found " + value.get().described() + " where a list is needed");
    }
    return value.orElse(null) instanceof Node.Sequence sequence ? sequence.items() : List.of();
  }

  /** The items of a list property, each of which must itself be a map. */
  List<Properties> mappingsIn(String name) {
    List<Properties> maps = new ArrayList<>();
    for (Node item : items(name)) {
      Node chosen = evaluation.chosen(item, place.child(name));
      if (chosen instanceof Node.Mapping map) {
        maps.add(new Properties(map, place.child(name), evaluation));
      } else {
        problem(name, "found " + chosen.described() + " where a map is needed");
      }
    }
    return maps;
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    items(name).forEach(item -> evaluation.text(item, place.child(name)).ifPresent(texts::add));
    return texts;
  }

  /** Reports a problem at a property, on its own line if it is there; "" means this map itself. */
  void problem(String name, String description) {
    int line = node.get(name).map(Node::line).orElse(node.line());
    evaluation.problems().add(name.isEmpty() ? place : place.child(name), line, description);
  }

  /** Refuses the named properties, whose effect the local server does not have. */
  void refuse(List<String> names, String description) {
    names.stream().filter(this::has).forEach(name -> problem(name, description));
  }
}
