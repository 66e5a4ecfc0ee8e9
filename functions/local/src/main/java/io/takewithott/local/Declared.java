package io.takewithott.local;

import io.takewithott.cloud.s3.CorsRule;
import io.takewithott.cloud.s3.S3Server;
import io.takewithott.cloud.sqs.DeadLetter;
import io.takewithott.cloud.sqs.QueueSettings;
import io.takewithott.local.template.BucketDefinition;
import io.takewithott.local.template.QueueDefinition;
import io.takewithott.local.template.Template;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the template declares, in the words of the endpoints that serve it. */
final class Declared {
  private Declared() {}

  /** S3 with the buckets, and with their rule for pages of other origins. */
  static S3Server objects(LocalSettings settings, Template template) {
    List<CorsRule> rules =
        template.buckets().stream()
            .flatMap(bucket -> bucket.corsRules().stream())
            .map(
                rule ->
                    new CorsRule(
                        rule.allowedOrigins(), rule.allowedMethods(), rule.allowedHeaders()))
            .toList();
    if (rules.size() > 1) {
      throw new IllegalStateException(
          "The template's buckets have " + rules.size() + " CORS rules; one is served");
    }
    Optional<CorsRule> rule = rules.stream().findFirst();
    return S3Server.start(
        settings.objectPort(),
        settings.folder().resolve("objects"),
        LocalSettings.ACCESS_KEY,
        LocalSettings.SECRET_KEY,
        template.buckets().stream().map(BucketDefinition::name).toList(),
        rule);
  }

  static List<QueueSettings> queues(Template template) {
    Map<String, String> names = new LinkedHashMap<>();
    template.queues().forEach(queue -> names.put(queue.logicalId(), queue.name()));
    return template.queues().stream().map(queue -> queue(queue, names)).toList();
  }

  private static QueueSettings queue(QueueDefinition queue, Map<String, String> names) {
    return new QueueSettings(
        queue.name(),
        queue.visibilityTimeout(),
        queue.messageRetention(),
        queue.delay(),
        queue.receiveWait(),
        queue.fifo(),
        queue
            .redrive()
            .map(
                redrive ->
                    new DeadLetter(
                        names.getOrDefault(redrive.deadLetterLogicalId(), ""),
                        redrive.maxReceiveCount())));
  }
}
