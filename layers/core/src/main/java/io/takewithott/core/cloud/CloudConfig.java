package io.takewithott.core.cloud;

import io.takewithott.core.Environment;
import java.net.URI;
import java.util.Optional;

/**
 * Where AWS's services are. The endpoint settings bear the names that every AWS client understands,
 * and are absent on AWS.
 */
public record CloudConfig(
    String region,
    Optional<URI> databaseEndpoint,
    Optional<URI> objectEndpoint,
    Optional<URI> secretEndpoint,
    Optional<URI> queueEndpoint,
    Optional<URI> mailEndpoint,
    Optional<URI> keyEndpoint,
    Optional<URI> socketEndpoint,
    Optional<URI> jobEndpoint) {

  public static CloudConfig from(Environment.Settings settings) {
    Optional<URI> everything = settings.address("AWS_ENDPOINT_URL");
    return new CloudConfig(
        settings.required("AWS_REGION"),
        settings.address("AWS_ENDPOINT_URL_RDS_DATA").or(() -> everything),
        settings.address("AWS_ENDPOINT_URL_S3").or(() -> everything),
        settings.address("AWS_ENDPOINT_URL_SECRETS_MANAGER").or(() -> everything),
        settings.address("AWS_ENDPOINT_URL_SQS").or(() -> everything),
        settings.address("AWS_ENDPOINT_URL_SESV2").or(() -> everything),
        settings.address("AWS_ENDPOINT_URL_KMS").or(() -> everything),
        settings.address("AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI"),
        settings.address("AWS_ENDPOINT_URL_EMR_SERVERLESS").or(() -> everything));
  }
}
