package io.takewithott.local.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Evaluates intrinsics on demand: only what the local server needs is ever asked for, so a policy
 * may name things that have no local value. A failed evaluation puts its problem on the list and
 * yields {@link Node.Missing}.
 */
final class Evaluation {

  private static final Pattern SUB_VARIABLE = Pattern.compile("\\$\\{([^}]*)}");
  private static final String SUPPORTED =
      "supported are Ref, GetAtt, Sub, Join, If, Select, Split, FindInMap, and in conditions Equals, And, Or, Not,"
          + " Condition";

  private final Parameters parameters;
  private final Node.Mapping conditions;
  private final Node.Mapping mappings;
  private final Map<String, String> resourceTypes;
  private final ResourceAttributes attributes;
  private final Problems problems;
  private final Map<String, Boolean> decided = new LinkedHashMap<>();
  private final Set<String> deciding = new HashSet<>();

  Evaluation(
      Parameters parameters,
      Node.Mapping conditions,
      Node.Mapping mappings,
      Map<String, String> resourceTypes,
      ResourceAttributes attributes,
      Problems problems) {
    this.parameters = parameters;
    this.conditions = conditions;
    this.mappings = mappings;
    this.resourceTypes = Map.copyOf(resourceTypes);
    this.attributes = attributes;
    this.problems = problems;
  }

  Problems problems() {
    return problems;
  }

  Optional<String> typeOf(String logicalId) {
    return Optional.ofNullable(resourceTypes.get(logicalId));
  }

  /**
   * The node with every intrinsic in it replaced by its value; entries without a value are left
   * out.
   */
  Node resolve(Node node, Place place) {
    if (node instanceof Node.Sequence sequence) {
      List<Node> items = new ArrayList<>();
      for (Node item : sequence.items()) {
        Node resolved = resolve(item, place);
        if (!(resolved instanceof Node.Missing)) {
          items.add(resolved);
        }
      }
      return new Node.Sequence(items, node.line());
    }
    if (node instanceof Node.Mapping mapping) {
      Map<String, Node> entries = new LinkedHashMap<>();
      mapping
          .entries()
          .forEach(
              (key, value) -> {
                Node resolved = resolve(value, place.child(key));
                if (!(resolved instanceof Node.Missing)) {
                  entries.put(key, resolved);
                }
              });
      return new Node.Mapping(entries, node.line());
    }
    return node instanceof Node.Intrinsic intrinsic ? evaluate(intrinsic, place) : node;
  }

  /** The node itself, or the branch of an {@code If} that applies: references stay references. */
  Node chosen(Node node, Place place) {
    if (node instanceof Node.Intrinsic intrinsic && intrinsic.name().equals("Fn::If")) {
      return chosen(branch(intrinsic, place), place);
    }
    return node;
  }

  boolean condition(String name, Place place, int line) {
    Boolean known = decided.get(name);
    if (known != null) {
      return known;
    }
    Optional<Node> definition = conditions.get(name);
    if (definition.isEmpty()) {
      problems.add(
          place,
          line,
          "found the condition \"" + name + "\", which the section Conditions does not define");
      return false;
    }
    if (!deciding.add(name)) {
      problems.add(place, line, "the condition \"" + name + "\" depends on itself");
      return false;
    }
    boolean value = truth(definition.get(), new Place("Conditions", name));
    deciding.remove(name);
    decided.put(name, value);
    return value;
  }

  private boolean truth(Node node, Place place) {
    if (node instanceof Node.Mapping mapping
        && mapping.entries().size() == 1
        && mapping.get("Condition").isPresent()) {
      return truth(
          new Node.Intrinsic("Condition", mapping.get("Condition").get(), node.line()), place);
    }
    if (!(node instanceof Node.Intrinsic intrinsic)) {
      return noCondition(node, place);
    }
    if (intrinsic.name().equals("Condition") && intrinsic.argument() instanceof Node.Scalar name) {
      return condition(name.text(), place, node.line());
    }
    Optional<Boolean> value = logic(intrinsic, place);
    return value.orElseGet(() -> noCondition(node, place));
  }

  private Optional<Boolean> logic(Node.Intrinsic intrinsic, Place place) {
    List<Node> arguments =
        intrinsic.argument() instanceof Node.Sequence sequence ? sequence.items() : List.of();
    return switch (intrinsic.name()) {
      case "Fn::Equals" ->
          arguments.size() == 2
              ? Optional.of(text(arguments.get(0), place).equals(text(arguments.get(1), place)))
              : Optional.empty();
      case "Fn::Not" ->
          arguments.size() == 1 ? Optional.of(!truth(arguments.get(0), place)) : Optional.empty();
      case "Fn::And" -> Optional.of(truths(arguments, place).allMatch(each -> each));
      case "Fn::Or" -> Optional.of(truths(arguments, place).anyMatch(each -> each));
      default -> Optional.empty();
    };
  }

  /** All of them, so that a problem in the second is found even if the first decides. */
  private Stream<Boolean> truths(List<Node> arguments, Place place) {
    return arguments.stream().map(each -> truth(each, place)).toList().stream();
  }

  private boolean noCondition(Node node, Place place) {
    problems.add(
        place,
        node.line(),
        "found " + node.described() + " where a condition is needed: Equals, And, Or, Not");
    return false;
  }

  private Node evaluate(Node.Intrinsic intrinsic, Place place) {
    return switch (intrinsic.name()) {
      case "Ref" -> reference(intrinsic, place);
      case "Fn::GetAtt" -> attribute(intrinsic, place);
      case "Fn::Sub" -> substitute(intrinsic, place);
      case "Fn::If" -> resolve(branch(intrinsic, place), place);
      case "Fn::Join" -> join(intrinsic, place);
      case "Fn::Split" -> split(intrinsic, place);
      case "Fn::Select" -> select(intrinsic, place);
      case "Fn::FindInMap" -> findInMap(intrinsic, place);
      default ->
          problems.missing(
              place,
              intrinsic.line(),
              "found " + intrinsic.described() + ", which has no local value; " + SUPPORTED);
    };
  }

  private Node reference(Node.Intrinsic intrinsic, Place place) {
    if (!(intrinsic.argument() instanceof Node.Scalar name)) {
      return malformed(intrinsic, place, "!Ref Name");
    }
    return named(name.text(), intrinsic, place);
  }

  private Node named(String name, Node at, Place place) {
    if (name.equals("AWS::NoValue")) {
      return new Node.Missing(false, at.line());
    }
    Optional<Node> parameter = parameters.value(name, at.line());
    if (parameter.isPresent()) {
      return parameter.get();
    }
    int dot = name.indexOf('.');
    String logicalId = dot < 0 ? name : name.substring(0, dot);
    return resourceAttribute(
        logicalId, dot < 0 ? ResourceAttributes.REF : name.substring(dot + 1), at, place);
  }

  private Node resourceAttribute(String logicalId, String attribute, Node at, Place place) {
    Optional<String> type = typeOf(logicalId);
    if (type.isEmpty()) {
      return problems.missing(
          place,
          at.line(),
          "found a reference to \""
              + logicalId
              + "\", which is neither a parameter, a pseudo parameter nor a resource");
    }
    Optional<String> value = attributes.value(logicalId, type.get(), attribute);
    if (value.isEmpty()) {
      String asked =
          attribute.equals(ResourceAttributes.REF)
              ? "!Ref " + logicalId
              : "!GetAtt " + logicalId + "." + attribute;
      return problems.missing(
          place,
          at.line(),
          "found "
              + asked
              + ", which has no local value ("
              + logicalId
              + " is "
              + type.get()
              + ")");
    }
    return new Node.Scalar(value.get(), at.line());
  }

  private Node attribute(Node.Intrinsic intrinsic, Place place) {
    Optional<List<String>> parts = attributeParts(intrinsic);
    if (parts.isEmpty()) {
      return malformed(intrinsic, place, "!GetAtt LogicalId.Attribute");
    }
    return resourceAttribute(parts.get().get(0), parts.get().get(1), intrinsic, place);
  }

  /** The logical id and the attribute of a GetAtt in either of its forms. */
  static Optional<List<String>> attributeParts(Node.Intrinsic intrinsic) {
    if (intrinsic.argument() instanceof Node.Scalar scalar && scalar.text().contains(".")) {
      int dot = scalar.text().indexOf('.');
      return Optional.of(
          List.of(scalar.text().substring(0, dot), scalar.text().substring(dot + 1)));
    }
    if (intrinsic.argument() instanceof Node.Sequence sequence
        && sequence.items().size() == 2
        && sequence.items().get(0) instanceof Node.Scalar logicalId
        && sequence.items().get(1) instanceof Node.Scalar attribute) {
      return Optional.of(List.of(logicalId.text(), attribute.text()));
    }
    return Optional.empty();
  }

  private Node substitute(Node.Intrinsic intrinsic, Place place) {
    Node pattern = intrinsic.argument();
    Node.Mapping variables = Node.Mapping.empty(intrinsic.line());
    if (pattern instanceof Node.Sequence sequence
        && sequence.items().size() == 2
        && sequence.items().get(1) instanceof Node.Mapping given) {
      pattern = sequence.items().get(0);
      variables = given;
    }
    if (!(pattern instanceof Node.Scalar text)) {
      return malformed(intrinsic, place, "!Sub \"text ${Name}\"");
    }
    Matcher matcher = SUB_VARIABLE.matcher(text.text());
    StringBuilder result = new StringBuilder();
    boolean complete = true;
    while (matcher.find()) {
      String name = matcher.group(1).trim();
      Optional<String> value =
          name.startsWith("!")
              ? Optional.of("${" + name.substring(1) + "}")
              : variable(name, variables, intrinsic, place);
      complete &= value.isPresent();
      matcher.appendReplacement(result, Matcher.quoteReplacement(value.orElse("")));
    }
    matcher.appendTail(result);
    return complete
        ? new Node.Scalar(result.toString(), intrinsic.line())
        : new Node.Missing(true, intrinsic.line());
  }

  private Optional<String> variable(
      String name, Node.Mapping variables, Node.Intrinsic at, Place place) {
    Node value =
        variables
            .get(name)
            .map(given -> resolve(given, place))
            .orElseGet(() -> named(name, at, place));
    return scalarText(value, at, place);
  }

  private Node branch(Node.Intrinsic intrinsic, Place place) {
    if (intrinsic.argument() instanceof Node.Sequence sequence
        && sequence.items().size() == 3
        && sequence.items().get(0) instanceof Node.Scalar name) {
      return sequence.items().get(condition(name.text(), place, intrinsic.line()) ? 1 : 2);
    }
    return malformed(intrinsic, place, "!If [Condition, value, otherwise]");
  }

  private Node join(Node.Intrinsic intrinsic, Place place) {
    if (intrinsic.argument() instanceof Node.Sequence sequence
        && sequence.items().size() == 2
        && sequence.items().get(0) instanceof Node.Scalar delimiter
        && resolve(sequence.items().get(1), place) instanceof Node.Sequence parts) {
      List<String> texts = new ArrayList<>();
      parts.items().forEach(part -> scalarText(part, intrinsic, place).ifPresent(texts::add));
      return new Node.Scalar(String.join(delimiter.text(), texts), intrinsic.line());
    }
    return malformed(intrinsic, place, "!Join [delimiter, [values]]");
  }

  private Node split(Node.Intrinsic intrinsic, Place place) {
    if (intrinsic.argument() instanceof Node.Sequence sequence
        && sequence.items().size() == 2
        && sequence.items().get(0) instanceof Node.Scalar delimiter) {
      return text(sequence.items().get(1), place)
          .<Node>map(
              whole ->
                  new Node.Sequence(
                      Arrays.stream(whole.split(Pattern.quote(delimiter.text()), -1))
                          .<Node>map(part -> new Node.Scalar(part, intrinsic.line()))
                          .toList(),
                      intrinsic.line()))
          .orElseGet(() -> new Node.Missing(true, intrinsic.line()));
    }
    return malformed(intrinsic, place, "!Split [delimiter, text]");
  }

  private Node select(Node.Intrinsic intrinsic, Place place) {
    if (intrinsic.argument() instanceof Node.Sequence sequence
        && sequence.items().size() == 2
        && sequence.items().get(0) instanceof Node.Scalar index
        && index.text().matches("\\d{1,4}")
        && resolve(sequence.items().get(1), place) instanceof Node.Sequence from
        && Integer.parseInt(index.text()) < from.items().size()) {
      return from.items().get(Integer.parseInt(index.text()));
    }
    return malformed(intrinsic, place, "!Select [index, [values]] with an index inside the list");
  }

  private Node findInMap(Node.Intrinsic intrinsic, Place place) {
    if (resolve(intrinsic.argument(), place) instanceof Node.Sequence keys
        && keys.items().size() == 3) {
      Node found = mappings;
      for (Node key : keys.items()) {
        found =
            found instanceof Node.Mapping mapping && key instanceof Node.Scalar name
                ? mapping
                    .get(name.text())
                    .orElseGet(() -> new Node.Missing(false, intrinsic.line()))
                : new Node.Missing(false, intrinsic.line());
      }
      if (!(found instanceof Node.Missing)) {
        return found;
      }
    }
    return malformed(intrinsic, place, "!FindInMap [map, key, key] of the section Mappings");
  }

  /** The scalar a node evaluates to; a list or map there is a problem. */
  Optional<String> text(Node node, Place place) {
    return scalarText(resolve(node, place), node, place);
  }

  private Optional<String> scalarText(Node resolved, Node at, Place place) {
    if (resolved instanceof Node.Scalar scalar) {
      return Optional.of(scalar.text());
    }
    if (!(resolved instanceof Node.Missing)) {
      problems.add(
          place, at.line(), "found " + resolved.described() + " where a single value is needed");
    }
    return Optional.empty();
  }

  private Node malformed(Node.Intrinsic intrinsic, Place place, String form) {
    return problems.missing(
        place,
        intrinsic.line(),
        "found a malformed !"
            + intrinsic.name().replaceFirst("^Fn::", "")
            + "; its form is "
            + form);
  }
}
