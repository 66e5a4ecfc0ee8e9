package io.takewithott.local.template;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Walks the template's sections and hands each resource to the reader of its type. */
final class TemplateReader {

  private static final String SUPPORTED =
      "supported are AWS::Serverless::Function, AWS::Serverless::HttpApi, AWS::Serverless::WebSocketApi,"
          + " AWS::Serverless::LayerVersion, AWS::SQS::Queue, AWS::S3::Bucket, AWS::SecretsManager::Secret,"
          + " AWS::RDS::DBCluster, AWS::CloudFormation::CustomResource, Custom::*, and types that matter only in the"
          + " cloud (IAM, logs, alarms, distributions)";

  private final Path folder;
  private final TemplateSettings settings;
  private final ResourceAttributes attributes;
  private final Problems problems;

  TemplateReader(Path file, TemplateSettings settings, ResourceAttributes attributes) {
    this.folder = Objects.requireNonNullElse(file.toAbsolutePath().normalize().getParent(), file);
    this.settings = settings;
    this.attributes = attributes;
    this.problems = new Problems(String.valueOf(file.getFileName()));
  }

  Template read(String text) {
    Node.Mapping root = new YamlTree(problems).parse(text);
    problems.throwIfAny();
    Map<String, Resource> resources = resources(root, evaluation(root));
    resources.values().forEach(this::checkSupported);

    HttpApiReader api =
        new HttpApiReader(resources, new Globals(section(root, "Globals")), problems);
    SimpleResources simple = new SimpleResources(settings);
    List<QueueDefinition> queues = ofType(resources, Reference.QUEUE).map(simple::queue).toList();
    FunctionReader functionReader = new FunctionReader(folder, resources, api, queues);
    List<FunctionDefinition> functions = new ArrayList<>();
    ofType(resources, Reference.FUNCTION)
        .forEach(resource -> functionReader.read(resource).ifPresent(functions::add));
    Template template =
        new Template(
            functions,
            api.authorizers(),
            queues,
            ofType(resources, "AWS::S3::Bucket").map(simple::bucket).toList(),
            ofType(resources, "AWS::SecretsManager::Secret").map(simple::secret).toList(),
            ofType(resources, "AWS::RDS::DBCluster").map(simple::cluster).toList(),
            new CustomResources(resources).inOrder(),
            ofType(resources, "AWS::Serverless::WebSocketApi")
                .map(WebSocketApiReader::read)
                .toList());
    problems.throwIfAny();
    return template;
  }

  private Evaluation evaluation(Node.Mapping root) {
    Map<String, String> types = new LinkedHashMap<>();
    section(root, "Resources")
        .entries()
        .forEach(
            (logicalId, node) -> {
              if (node instanceof Node.Mapping resource
                  && resource.entries().get("Type") instanceof Node.Scalar type) {
                types.put(logicalId, type.text());
              }
            });
    Parameters parameters = Parameters.read(section(root, "Parameters"), settings, problems);
    return new Evaluation(
        parameters,
        section(root, "Conditions"),
        section(root, "Mappings"),
        types,
        attributes,
        problems);
  }

  private Map<String, Resource> resources(Node.Mapping root, Evaluation evaluation) {
    Globals globals = new Globals(section(root, "Globals"));
    Map<String, Resource> resources = new LinkedHashMap<>();
    section(root, "Resources")
        .entries()
        .forEach(
            (id, node) ->
                resource(id, node, globals, evaluation)
                    .ifPresent(found -> resources.put(id, found)));
    return resources;
  }

  private Optional<Resource> resource(
      String logicalId, Node node, Globals globals, Evaluation evaluation) {
    Place place = new Place(logicalId, "");
    if (!(node instanceof Node.Mapping mapping)
        || !(mapping.entries().get("Type") instanceof Node.Scalar type)) {
      problems.add(
          place,
          node.line(),
          "found " + node.described() + "; a resource is a map with Type and Properties");
      return Optional.empty();
    }
    if (mapping.entries().get("Condition") instanceof Node.Scalar condition
        && !evaluation.condition(condition.text(), place, condition.line())) {
      return Optional.empty();
    }
    Node.Mapping properties =
        mapping.entries().get("Properties") instanceof Node.Mapping found
            ? found
            : Node.Mapping.empty(node.line());
    String global = type.text().replaceFirst("^AWS::Serverless::", "");
    if (!global.equals(type.text())) {
      Node ignored = mapping.get("IgnoreGlobals").orElse(new Node.Missing(false, node.line()));
      properties = globals.merge(global, properties, ignored);
    }
    return Optional.of(
        new Resource(
            logicalId,
            type.text(),
            new Properties(properties, place, evaluation),
            mapping,
            dependsOn(mapping)));
  }

  private static List<String> dependsOn(Node.Mapping resource) {
    Node node = resource.entries().get("DependsOn");
    if (node instanceof Node.Scalar one) {
      return List.of(one.text());
    }
    return node instanceof Node.Sequence several
        ? several.items().stream()
            .filter(Node.Scalar.class::isInstance)
            .map(item -> ((Node.Scalar) item).text())
            .toList()
        : List.of();
  }

  private void checkSupported(Resource resource) {
    boolean served =
        switch (resource.type()) {
          case Reference.FUNCTION,
              Reference.HTTP_API,
              Reference.QUEUE,
              Reference.LAYER,
              "AWS::Serverless::WebSocketApi",
              "AWS::S3::Bucket",
              "AWS::SecretsManager::Secret",
              "AWS::RDS::DBCluster" ->
              true;
          default ->
              CustomResources.isCustom(resource.type()) || CloudOnly.accepts(resource.type());
        };
    if (!served) {
      problems.add(
          new Place(resource.logicalId(), "Type"),
          resource.node().get("Type").map(Node::line).orElse(resource.node().line()),
          "found the type " + resource.type() + "; " + SUPPORTED);
    }
  }

  private Node.Mapping section(Node.Mapping root, String name) {
    Optional<Node> section = root.get(name);
    if (section.isPresent()
        && !(section.get() instanceof Node.Mapping)
        && !(section.get() instanceof Node.Missing)) {
      problems.add(
          new Place(name, ""),
          section.get().line(),
          "found " + section.get().described() + " where a map is needed");
    }
    return section.orElse(null) instanceof Node.Mapping mapping
        ? mapping
        : Node.Mapping.empty(root.line());
  }

  private static Stream<Resource> ofType(Map<String, Resource> resources, String type) {
    return resources.values().stream().filter(resource -> resource.type().equals(type));
  }
}
