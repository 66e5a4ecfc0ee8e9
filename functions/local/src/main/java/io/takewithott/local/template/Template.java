package io.takewithott.local.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code template.yaml} declares, as far as one machine serves it. Lists keep the order of the
 * file.
 */
public record Template(
    List<FunctionDefinition> functions,
    List<AuthorizerDefinition> authorizers,
    List<QueueDefinition> queues,
    List<BucketDefinition> buckets,
    List<SecretDefinition> secrets,
    List<ClusterDefinition> clusters,
    List<CustomResourceDefinition> customResources,
    List<WebSocketApiDefinition> webSocketApis) {

  public Template {
    functions = List.copyOf(functions);
    authorizers = List.copyOf(authorizers);
    queues = List.copyOf(queues);
    buckets = List.copyOf(buckets);
    secrets = List.copyOf(secrets);
    clusters = List.copyOf(clusters);
    customResources = List.copyOf(customResources);
    webSocketApis = List.copyOf(webSocketApis);
  }

  /**
   * @throws TemplateException with every problem, if there is one
   */
  public static Template read(Path file, TemplateSettings settings, ResourceAttributes attributes) {
    try {
      return new TemplateReader(file, settings, attributes).read(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("The template " + file + " could not be read", e);
    }
  }

  public Optional<FunctionDefinition> function(String logicalId) {
    return functions.stream()
        .filter(function -> function.logicalId().equals(logicalId))
        .findFirst();
  }

  public Optional<AuthorizerDefinition> authorizer(String name) {
    return authorizers.stream().filter(authorizer -> authorizer.name().equals(name)).findFirst();
  }

  public Optional<QueueDefinition> queue(String logicalId) {
    return queues.stream().filter(queue -> queue.logicalId().equals(logicalId)).findFirst();
  }
}
