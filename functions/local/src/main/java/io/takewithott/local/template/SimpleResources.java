package io.takewithott.local.template;

import io.takewithott.local.template.BucketDefinition.CorsRule;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the resources that stand for themselves. Limits and defaults are those of the AWS resource
 * reference.
 */
final class SimpleResources {

  private static final int DAY_SECONDS = 86_400;

  private final TemplateSettings settings;

  SimpleResources(TemplateSettings settings) {
    this.settings = settings;
  }

  QueueDefinition queue(Resource resource) {
    Properties properties = resource.properties();
    boolean fifo = properties.flag("FifoQueue", false);
    String name =
        properties
            .text("QueueName")
            .orElseGet(() -> named(resource.logicalId()) + (fifo ? ".fifo" : ""));
    if (fifo != name.endsWith(".fifo")) {
      properties.problem(
          "QueueName",
          "found \"" + name + "\"; the name of a FIFO queue, and of no other, ends in .fifo");
    }
    return new QueueDefinition(
        resource.logicalId(),
        name,
        Duration.ofSeconds(properties.integer("VisibilityTimeout", 30, 0, DAY_SECONDS / 2)),
        Duration.ofSeconds(
            properties.integer("MessageRetentionPeriod", 4 * DAY_SECONDS, 60, 14 * DAY_SECONDS)),
        Duration.ofSeconds(properties.integer("DelaySeconds", 0, 0, 900)),
        Duration.ofSeconds(properties.integer("ReceiveMessageWaitTimeSeconds", 0, 0, 20)),
        fifo,
        properties.flag("ContentBasedDeduplication", false),
        properties.mapping("RedrivePolicy").flatMap(SimpleResources::redrive));
  }

  private static Optional<QueueDefinition.Redrive> redrive(Properties policy) {
    int most = policy.integer("maxReceiveCount", 10, 1, 1000);
    return Reference.queueArn(policy, "deadLetterTargetArn")
        .map(queue -> new QueueDefinition.Redrive(queue, most));
  }

  BucketDefinition bucket(Resource resource) {
    Properties properties = resource.properties();
    String name = properties.text("BucketName").orElseGet(() -> named(resource.logicalId()));
    return new BucketDefinition(
        resource.logicalId(),
        name.toLowerCase(Locale.ROOT),
        properties.mapping("CorsConfiguration").map(SimpleResources::corsRules).orElse(List.of()));
  }

  private static List<CorsRule> corsRules(Properties configuration) {
    return configuration.mappingsIn("CorsRules").stream()
        .map(
            rule ->
                new CorsRule(
                    rule.texts("AllowedOrigins"),
                    rule.texts("AllowedMethods"),
                    rule.texts("AllowedHeaders")))
        .toList();
  }

  SecretDefinition secret(Resource resource) {
    Properties properties = resource.properties();
    return new SecretDefinition(
        resource.logicalId(),
        properties.text("Name").orElseGet(() -> named(resource.logicalId())),
        properties.text("SecretString"),
        properties
            .mapping("GenerateSecretString")
            .map(
                generate ->
                    new SecretDefinition.Generated(
                        generate.text("SecretStringTemplate"),
                        generate.text("GenerateStringKey"),
                        generate.integer("PasswordLength", 32, 1, 4096),
                        generate.flag("ExcludePunctuation", false))));
  }

  ClusterDefinition cluster(Resource resource) {
    Properties properties = resource.properties();
    boolean httpEndpoint = properties.flag("EnableHttpEndpoint", false);
    if (!httpEndpoint) {
      properties.problem(
          "EnableHttpEndpoint",
          "found it absent or false; the functions reach the database only through the Data API, so it must be true");
    }
    return new ClusterDefinition(
        resource.logicalId(),
        properties.text("Engine").orElse("aurora-postgresql"),
        properties.text("DatabaseName").orElse("postgres"),
        httpEndpoint);
  }

  /** CloudFormation would add random letters; a local stack is alone and can do without. */
  private String named(String logicalId) {
    return settings.stackName() + "-" + logicalId;
  }
}
