package io.takewithott.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Parses YAML into {@link Node}s. Unknown tags and repeated keys are problems at once, wherever
 * they stand.
 */
final class YamlTree {

  private static final Place FILE = new Place("the file", "");

  /**
   * Every intrinsic CloudFormation knows; which of them can be evaluated here is {@link
   * Evaluation}'s business.
   */
  private static final Set<String> INTRINSICS =
      Set.of(
          "And",
          "Base64",
          "Cidr",
          "Contains",
          "EachMemberEquals",
          "EachMemberIn",
          "Equals",
          "FindInMap",
          "ForEach",
          "GetAtt",
          "GetAZs",
          "If",
          "ImportValue",
          "Join",
          "Length",
          "Not",
          "Or",
          "RefAll",
          "Select",
          "Split",
          "Sub",
          "ToJsonString",
          "Transform",
          "ValueOf",
          "ValueOfAll");

  private final Problems problems;

  YamlTree(Problems problems) {
    this.problems = problems;
  }

  /**
   * The document's root; an empty mapping after a syntax error, which is then on the list of
   * problems.
   */
  Node.Mapping parse(String text) {
    LoadSettings settings = LoadSettings.builder().setUseMarks(true).build();
    try {
      Optional<org.snakeyaml.engine.v2.nodes.Node> root = new Compose(settings).composeString(text);
      if (root.isPresent() && convert(root.get()) instanceof Node.Mapping mapping) {
        return mapping;
      }
      problems.add(
          FILE, 1, "found no map of sections at the top level; a template has at least Resources");
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      problems.add(FILE, line, "this is not valid YAML: " + e.getProblem());
    }
    return Node.Mapping.empty(1);
  }

  private Node convert(org.snakeyaml.engine.v2.nodes.Node yaml) {
    int line = yaml.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    String tag = yaml.getTag().getValue();
    if (!tag.startsWith("!") || tag.equals("!")) {
      return untagged(yaml, line);
    }
    String name = tag.substring(1);
    if (name.equals("Ref") || name.equals("Condition")) {
      return new Node.Intrinsic(name, untagged(yaml, line), line);
    }
    if (INTRINSICS.contains(name)) {
      return new Node.Intrinsic("Fn::" + name, untagged(yaml, line), line);
    }
    return problems.missing(
        FILE, line, "found the unknown tag " + tag + "; CloudFormation has no such intrinsic");
  }

  private Node untagged(org.snakeyaml.engine.v2.nodes.Node yaml, int line) {
    if (yaml instanceof ScalarNode scalar) {
      return scalar.getTag().equals(Tag.NULL)
          ? new Node.Missing(false, line)
          : new Node.Scalar(scalar.getValue(), line);
    }
    if (yaml instanceof SequenceNode sequence) {
      List<Node> items = new ArrayList<>();
      sequence.getValue().forEach(item -> items.add(convert(item)));
      return new Node.Sequence(items, line);
    }
    return mapping((MappingNode) yaml, line);
  }

  private Node mapping(MappingNode yaml, int line) {
    Map<String, Node> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : yaml.getValue()) {
      Node key = convert(tuple.getKeyNode());
      if (!(key instanceof Node.Scalar scalar)) {
        problems.add(
            FILE, key.line(), "found " + key.described() + " as a key; keys are plain words");
      } else if (entries.putIfAbsent(scalar.text(), convert(tuple.getValueNode())) != null) {
        problems.add(FILE, key.line(), "found the key " + key.described() + " twice in one map");
      }
    }
    if (entries.size() == 1) {
      Map.Entry<String, Node> only = entries.entrySet().iterator().next();
      if (only.getKey().equals("Ref") || only.getKey().startsWith("Fn::")) {
        return longForm(only.getKey(), only.getValue(), line);
      }
    }
    return new Node.Mapping(entries, line);
  }

  private Node longForm(String name, Node argument, int line) {
    if (name.equals("Ref") || INTRINSICS.contains(name.substring("Fn::".length()))) {
      return new Node.Intrinsic(name, argument, line);
    }
    return problems.missing(
        FILE,
        line,
        "found the unknown intrinsic " + name + "; CloudFormation has no such intrinsic");
  }
}
