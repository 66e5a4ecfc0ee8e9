package io.takewithott.local.template;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The template's parameters and AWS's pseudo parameters, with their values for this run. */
final class Parameters {

  private final Map<String, Node> values = new LinkedHashMap<>();
  private final TemplateSettings settings;

  private Parameters(TemplateSettings settings) {
    this.settings = settings;
  }

  static Parameters read(Node.Mapping section, TemplateSettings settings, Problems problems) {
    Parameters parameters = new Parameters(settings);
    section.entries().forEach((name, definition) -> parameters.add(name, definition, problems));
    settings.parameters().keySet().stream()
        .filter(name -> section.get(name).isEmpty())
        .sorted()
        .forEach(
            name ->
                problems.add(
                    new Place("Parameters", name),
                    section.line(),
                    "a value was given for a parameter the template does not have; it has "
                        + (section.entries().isEmpty()
                            ? "none"
                            : String.join(", ", section.entries().keySet()))));
    return parameters;
  }

  private void add(String name, Node node, Problems problems) {
    Place place = new Place("Parameters", name);
    if (!(node instanceof Node.Mapping definition)) {
      problems.add(
          place, node.line(), "found " + node.described() + "; a parameter is a map with Type");
      return;
    }
    String given = settings.parameters().get(name);
    Optional<String> value =
        given != null ? Optional.of(given) : definition.get("Default").map(Parameters::plain);
    if (value.isEmpty()) {
      values.put(
          name,
          problems.missing(place, node.line(), "found no Default and no value was given for it"));
      return;
    }
    checkAllowed(definition, value.get(), place, problems);
    boolean list =
        definition.get("Type").map(Parameters::plain).filter(Parameters::isList).isPresent();
    values.put(
        name, list ? items(value.get(), node.line()) : new Node.Scalar(value.get(), node.line()));
  }

  private static void checkAllowed(
      Node.Mapping definition, String value, Place place, Problems problems) {
    if (definition.get("AllowedValues").orElse(null) instanceof Node.Sequence allowed) {
      List<String> texts = allowed.items().stream().map(Parameters::plain).toList();
      if (!texts.contains(value)) {
        problems.add(
            place,
            definition.line(),
            "found \"" + value + "\"; AllowedValues are " + String.join(", ", texts));
      }
    }
  }

  private static boolean isList(String type) {
    return type.equals("CommaDelimitedList") || type.startsWith("List<");
  }

  private static Node items(String value, int line) {
    return new Node.Sequence(
        Arrays.stream(value.split(","))
            .<Node>map(item -> new Node.Scalar(item.trim(), line))
            .toList(),
        line);
  }

  private static String plain(Node node) {
    return node instanceof Node.Scalar scalar ? scalar.text() : "";
  }

  Optional<Node> value(String name, int line) {
    return switch (name) {
      case "AWS::Region" -> Optional.of(new Node.Scalar(settings.region(), line));
      case "AWS::AccountId" -> Optional.of(new Node.Scalar(settings.accountId(), line));
      case "AWS::StackName" -> Optional.of(new Node.Scalar(settings.stackName(), line));
      case "AWS::Partition" -> Optional.of(new Node.Scalar("aws", line));
      case "AWS::URLSuffix" -> Optional.of(new Node.Scalar("amazonaws.com", line));
      default -> Optional.ofNullable(values.get(name));
    };
  }
}
