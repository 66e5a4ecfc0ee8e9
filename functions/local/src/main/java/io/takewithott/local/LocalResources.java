package io.takewithott.local;

import io.takewithott.cloud.sqs.QueueAddresses;
import io.takewithott.local.template.ResourceAttributes;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the template's references mean here: names, ARNs and addresses of this machine's resources.
 */
final class LocalResources implements ResourceAttributes {
  private static final String ARN = ":" + LocalSettings.REGION + ":" + LocalSettings.ACCOUNT + ":";

  private final URI endpoint;
  private final URI objects;
  private final QueueAddresses queues;
  private final UnaryOperator<String> secretArns;
  private final UnaryOperator<String> keyArns;

  /**
   * @param objects where S3 is
   * @param secretArns the ARN of a secret by its name; makes the secret if there is none
   * @param keyArns the same for keys
   */
  LocalResources(
      URI endpoint,
      URI objects,
      QueueAddresses queues,
      UnaryOperator<String> secretArns,
      UnaryOperator<String> keyArns) {
    this.endpoint = endpoint;
    this.objects = objects;
    this.queues = queues;
    this.secretArns = secretArns;
    this.keyArns = keyArns;
  }

  static String clusterArn(String logicalId) {
    return "arn:aws:rds" + ARN + "cluster:" + name(logicalId).toLowerCase(Locale.ROOT);
  }

  String databaseSecretArn(String clusterLogicalId) {
    return secretArns.apply(masterSecretName(clusterLogicalId));
  }

  static String masterSecretName(String clusterLogicalId) {
    return name(clusterLogicalId) + "-master";
  }

  /** The name a resource gets when the template gives none. */
  static String name(String logicalId) {
    return LocalSettings.STACK + "-" + logicalId;
  }

  @Override
  public Optional<String> value(String logicalId, String type, String attribute) {
    return Optional.ofNullable(
        switch (type) {
          case "AWS::SQS::Queue" -> queue(name(logicalId), attribute);
          case "AWS::S3::Bucket" -> bucket(name(logicalId).toLowerCase(Locale.ROOT), attribute);
          case "AWS::SecretsManager::Secret" ->
              attribute.equals(REF) || attribute.equals("Id")
                  ? secretArns.apply(name(logicalId))
                  : null;
          case "AWS::EMRServerless::Application" ->
              attribute.equals(REF) ? LocalSettings.API_ID : "arn" + ARN + "emr/" + logicalId;
          case "AWS::IAM::Role" ->
              attribute.equals("Arn") ? "arn:aws:iam::" + logicalId : logicalId;
          case "AWS::KMS::Key" -> key(name(logicalId), attribute);
          case "AWS::RDS::DBCluster" -> cluster(logicalId, attribute);
          case "AWS::Serverless::HttpApi", "AWS::Serverless::WebSocketApi" ->
              attribute.equals(REF) ? LocalSettings.API_ID : null;
          default -> null;
        });
  }

  private @Nullable String queue(String name, String attribute) {
    return switch (attribute) {
      case REF, "QueueUrl" -> queues.url(endpoint, name);
      case "Arn" -> queues.arn(name);
      case "QueueName" -> name;
      default -> null;
    };
  }

  private @Nullable String bucket(String name, String attribute) {
    return switch (attribute) {
      case REF -> name;
      case "Arn" -> "arn:aws:s3:::" + name;
      // On AWS a bucket has a host of its own; here it is the first part of the path.
      case "RegionalDomainName" -> objects.getAuthority();
      default -> null;
    };
  }

  private @Nullable String key(String name, String attribute) {
    return switch (attribute) {
      case REF -> keyArns.apply(name).replaceFirst(".*/", "");
      case "Arn" -> keyArns.apply(name);
      default -> null;
    };
  }

  private @Nullable String cluster(String logicalId, String attribute) {
    return switch (attribute) {
      case REF -> name(logicalId).toLowerCase(Locale.ROOT);
      case "DBClusterArn" -> clusterArn(logicalId);
      case "MasterUserSecret.SecretArn" -> databaseSecretArn(logicalId);
      default -> null;
    };
  }
}
