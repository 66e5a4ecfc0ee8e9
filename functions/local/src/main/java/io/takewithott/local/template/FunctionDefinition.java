package io.takewithott.local.template;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A Lambda function with everything resolved.
 *
 * @param code the folder (or jar) of CodeUri; for an image its Metadata.LocalCodeUri
 * @param handler Handler; for an image the first word of ImageConfig.Command
 * @param runtime empty for an image
 * @param alias AutoPublishAlias
 */
public record FunctionDefinition(
    String logicalId,
    PackageType packageType,
    Path code,
    String handler,
    Optional<String> runtime,
    int memoryMegabytes,
    Duration timeout,
    Map<String, String> environment,
    List<LayerDefinition> layers,
    List<HttpRoute> routes,
    List<QueueSource> queueSources,
    List<ScheduleDefinition> schedules,
    boolean snapStart,
    OptionalInt reservedConcurrency,
    Optional<String> alias,
    Optional<ImageMetadata> image) {

  /** How the function's code is packed. */
  public enum PackageType {
    ZIP,
    IMAGE
  }

  /** What {@code sam build} makes the image from; all as written. */
  public record ImageMetadata(String dockerfile, String dockerContext, List<String> command) {
    public ImageMetadata {
      command = List.copyOf(command);
    }
  }

  public FunctionDefinition {
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    layers = List.copyOf(layers);
    routes = List.copyOf(routes);
    queueSources = List.copyOf(queueSources);
    schedules = List.copyOf(schedules);
  }

  /** The same function, with or without a snapshot. */
  public FunctionDefinition withSnapStart(boolean snapshot) {
    return new FunctionDefinition(
        logicalId,
        packageType,
        code,
        handler,
        runtime,
        memoryMegabytes,
        timeout,
        environment,
        layers,
        routes,
        queueSources,
        schedules,
        snapshot,
        reservedConcurrency,
        alias,
        image);
  }
}
