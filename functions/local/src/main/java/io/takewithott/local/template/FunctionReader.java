package io.takewithott.local.template;

import io.takewithott.local.template.FunctionDefinition.ImageMetadata;
import io.takewithott.local.template.FunctionDefinition.PackageType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads AWS::Serverless::Function with the globals merged in, and its events. */
final class FunctionReader {

  /** An HTTP API stops waiting for its integration then. */
  private static final Duration INTEGRATION_LIMIT = Duration.ofSeconds(30);

  private final Path folder;
  private final Map<String, Resource> resources;
  private final HttpApiReader api;
  private final EventReader events;
  private final Map<String, String> routeOwners = new LinkedHashMap<>();

  FunctionReader(
      Path folder,
      Map<String, Resource> resources,
      HttpApiReader api,
      List<QueueDefinition> queues) {
    this.folder = folder;
    this.resources = resources;
    this.api = api;
    this.events = new EventReader(queues);
  }

  Optional<FunctionDefinition> read(Resource resource) {
    Properties properties = resource.properties();
    properties.refuse(
        List.of("InlineCode", "FunctionUrlConfig", "FileSystemConfigs", "DurableConfig"),
        "this property is not served locally");
    PackageType packageType = packageType(properties);
    Optional<String> handler =
        packageType == PackageType.ZIP ? zipHandler(properties) : imageHandler(properties);
    Optional<Path> code =
        packageType == PackageType.ZIP ? zipCode(properties) : imageCode(resource);
    Duration timeout = Duration.ofSeconds(properties.integer("Timeout", 3, 1, 900));
    List<HttpRoute> routes = new ArrayList<>();
    List<QueueSource> queueSources = new ArrayList<>();
    List<ScheduleDefinition> schedules = new ArrayList<>();
    properties
        .mappings("Events")
        .forEach(
            (name, event) ->
                readEvent(resource, name, event, timeout, routes, queueSources, schedules));
    if (handler.isEmpty() || code.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new FunctionDefinition(
            resource.logicalId(),
            packageType,
            code.get(),
            handler.get(),
            properties.text("Runtime"),
            properties.integer("MemorySize", 128, 128, 10_240),
            timeout,
            environment(properties),
            layers(properties),
            routes,
            queueSources,
            schedules,
            snapStart(properties),
            reservedConcurrency(properties),
            properties.text("AutoPublishAlias"),
            packageType == PackageType.IMAGE
                ? Optional.of(imageMetadata(resource))
                : Optional.empty()));
  }

  private static PackageType packageType(Properties properties) {
    String type = properties.text("PackageType").orElse("Zip");
    if (!type.equals("Zip") && !type.equals("Image")) {
      properties.problem("PackageType", "found \"" + type + "\"; supported are Zip and Image");
    }
    if (type.equals("Image")) {
      properties.refuse(
          List.of("Runtime", "Handler", "Layers"),
          "an image function cannot have this property; if it comes from Globals, name it in IgnoreGlobals");
    }
    return type.equals("Image") ? PackageType.IMAGE : PackageType.ZIP;
  }

  private static Optional<String> zipHandler(Properties properties) {
    properties
        .text("Runtime")
        .filter(runtime -> !runtime.startsWith("java"))
        .ifPresent(
            runtime ->
                properties.problem(
                    "Runtime", "found \"" + runtime + "\"; supported are Java runtimes (java25)"));
    return properties.requiredText(
        "Handler", "a Zip function needs the class that handles its events");
  }

  private static Optional<String> imageHandler(Properties properties) {
    Optional<String> command =
        properties
            .mapping("ImageConfig")
            .flatMap(config -> config.texts("Command").stream().findFirst());
    if (command.isEmpty()) {
      properties.problem(
          "",
          "found no ImageConfig.Command; an image function needs the class that handles its events there");
    }
    return command;
  }

  private Optional<Path> zipCode(Properties properties) {
    if (properties.raw("CodeUri").orElse(null) instanceof Node.Mapping) {
      properties.problem(
          "CodeUri", "found an S3 location; supported is a path beside the template");
      return Optional.empty();
    }
    return properties
        .requiredText("CodeUri", "a Zip function needs the path of its code")
        .map(folder::resolve);
  }

  private Optional<Path> imageCode(Resource resource) {
    return resource
        .metadata()
        .requiredText(
            "LocalCodeUri",
            "the local server runs an image function from a folder with its classes and lib/*.jar, named by"
                + " Metadata.LocalCodeUri")
        .map(folder::resolve);
  }

  private static ImageMetadata imageMetadata(Resource resource) {
    return new ImageMetadata(
        resource.metadata().text("Dockerfile").orElse("Dockerfile"),
        resource.metadata().text("DockerContext").orElse("."),
        resource
            .properties()
            .mapping("ImageConfig")
            .map(config -> config.texts("Command"))
            .orElse(List.of()));
  }

  private static Map<String, String> environment(Properties properties) {
    Map<String, String> environment = new LinkedHashMap<>();
    properties
        .mapping("Environment")
        .flatMap(found -> found.mapping("Variables"))
        .ifPresent(
            variables ->
                variables
                    .node()
                    .entries()
                    .keySet()
                    .forEach(
                        name ->
                            variables.text(name).ifPresent(value -> environment.put(name, value))));
    return environment;
  }

  private List<LayerDefinition> layers(Properties properties) {
    List<LayerDefinition> layers = new ArrayList<>();
    for (Node node : properties.items("Layers")) {
      Node chosen = properties.evaluation().chosen(node, properties.place().child("Layers"));
      Optional<String> logicalId =
          chosen instanceof Node.Missing
              ? Optional.empty()
              : Reference.layer(chosen, properties, "Layers");
      logicalId
          .map(resources::get)
          .flatMap(
              layer ->
                  layer
                      .properties()
                      .requiredText("ContentUri", "a layer needs the folder of its content")
                      .map(uri -> new LayerDefinition(layer.logicalId(), folder.resolve(uri))))
          .ifPresent(layers::add);
    }
    return layers;
  }

  private static boolean snapStart(Properties properties) {
    return properties
        .mapping("SnapStart")
        .flatMap(snapStart -> snapStart.text("ApplyOn"))
        .filter("PublishedVersions"::equals)
        .isPresent();
  }

  private static OptionalInt reservedConcurrency(Properties properties) {
    return properties.has("ReservedConcurrentExecutions")
        ? OptionalInt.of(properties.integer("ReservedConcurrentExecutions", 0, 0, 100_000))
        : OptionalInt.empty();
  }

  private void readEvent(
      Resource resource,
      String name,
      Properties event,
      Duration timeout,
      List<HttpRoute> routes,
      List<QueueSource> queueSources,
      List<ScheduleDefinition> schedules) {
    Properties properties =
        event
            .mapping("Properties")
            .orElseGet(
                () ->
                    new Properties(
                        Node.Mapping.empty(event.line()), event.place(), event.evaluation()));
    switch (event.text("Type").orElse("")) {
      case "HttpApi" ->
          api.route(properties)
              .filter(route -> accept(resource, route, timeout, properties))
              .ifPresent(routes::add);
      case "SQS" -> events.queueSource(properties, timeout).ifPresent(queueSources::add);
      case "Schedule" ->
          events.schedule(resource, name, properties, "Schedule").ifPresent(schedules::add);
      case "ScheduleV2" ->
          events
              .schedule(resource, name, properties, "ScheduleExpression")
              .ifPresent(schedules::add);
      default ->
          event.problem(
              "Type",
              "found the event type \""
                  + event.text("Type").orElse("")
                  + "\"; supported are HttpApi, SQS, Schedule, ScheduleV2");
    }
  }

  private boolean accept(Resource resource, HttpRoute route, Duration timeout, Properties event) {
    if (timeout.compareTo(INTEGRATION_LIMIT) > 0) {
      resource
          .properties()
          .problem(
              "Timeout",
              "found "
                  + timeout.toSeconds()
                  + " s, but the function serves "
                  + route.key()
                  + " and an HTTP API waits no longer than "
                  + INTEGRATION_LIMIT.toSeconds()
                  + " s");
    }
    // Two routes that differ only in a parameter's name are one route to API Gateway.
    String shape = route.key().replaceAll("\\{[^}+]+}", "{}").replaceAll("\\{[^}]+\\+}", "{+}");
    String owner = routeOwners.putIfAbsent(shape, resource.logicalId());
    if (owner != null) {
      event.problem("", "found the route " + route.key() + ", which " + owner + " has already");
      return false;
    }
    return true;
  }
}
