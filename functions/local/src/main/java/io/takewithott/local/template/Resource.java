package io.takewithott.local.template;

import java.util.List;

/** One resource: its type, its properties with the globals merged in, and its other attributes. */
record Resource(
    String logicalId,
    String type,
    Properties properties,
    Node.Mapping node,
    List<String> dependsOn) {

  /** The attribute Metadata, read as properties. */
  Properties metadata() {
    Node.Mapping metadata =
        node.entries().get("Metadata") instanceof Node.Mapping found
            ? found
            : Node.Mapping.empty(node.line());
    return new Properties(metadata, new Place(logicalId, "Metadata"), properties.evaluation());
  }
}
