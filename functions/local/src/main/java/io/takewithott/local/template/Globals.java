package io.takewithott.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * SAM's Globals: maps are merged with the resource's winning, lists are put before the resource's
 * own.
 */
record Globals(Node.Mapping section) {

  /** The resource's properties with the section's ("Function", "HttpApi") merged in. */
  Node.Mapping merge(String name, Node.Mapping properties, Node ignored) {
    if (!(section.entries().get(name) instanceof Node.Mapping global)) {
      return properties;
    }
    Map<String, Node> kept = new LinkedHashMap<>(global.entries());
    if (ignored instanceof Node.Scalar all && all.text().equals("*")) {
      kept.clear();
    } else if (ignored instanceof Node.Sequence names) {
      kept.keySet().removeAll(texts(names));
    }
    return (Node.Mapping) merged(new Node.Mapping(kept, global.line()), properties);
  }

  private static Set<String> texts(Node.Sequence names) {
    return Set.copyOf(
        names.items().stream()
            .filter(Node.Scalar.class::isInstance)
            .map(name -> ((Node.Scalar) name).text())
            .toList());
  }

  private static Node merged(Node global, Node local) {
    if (global instanceof Node.Mapping globals && local instanceof Node.Mapping locals) {
      Map<String, Node> entries = new LinkedHashMap<>(globals.entries());
      locals.entries().forEach((key, value) -> entries.merge(key, value, Globals::merged));
      return new Node.Mapping(entries, locals.line());
    }
    if (global instanceof Node.Sequence globals && local instanceof Node.Sequence locals) {
      List<Node> items = new ArrayList<>(globals.items());
      items.addAll(locals.items());
      return new Node.Sequence(items, locals.line());
    }
    return local;
  }
}
