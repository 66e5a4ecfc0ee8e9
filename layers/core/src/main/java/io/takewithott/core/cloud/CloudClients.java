package io.takewithott.core.cloud;

import io.takewithott.core.database.Database;
import io.takewithott.core.database.DatabaseConfig;
import io.takewithott.core.envelope.Envelopes;
import io.takewithott.core.envelope.KeyService;
import io.takewithott.core.jobs.SignedCalls;
import io.takewithott.core.jobs.SparkJobs;
import io.takewithott.core.lambda.Budget;
import io.takewithott.core.mail.Mailer;
import io.takewithott.core.mail.SesMailer;
import io.takewithott.core.objects.ObjectStore;
import io.takewithott.core.objects.UploadLinks;
import io.takewithott.core.queue.MessageQueue;
import io.takewithott.core.secrets.Secrets;
import io.takewithott.core.socket.SocketSender;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.rdsdata.RdsDataClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What a function reaches in AWS, all over one plain HTTP client. */
public final class CloudClients {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

  /** Above the Data API's 45 s, so that a call never outlives its answer; budgets shorten it. */
  private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(60);

  /**
   * For a secret or a message, with its retries. A request may have waited {@code
   * HttpFunction.LONGEST_REQUEST} for the database, and Lambda ends it after 29 s.
   */
  private static final Duration SMALL_CALL_TIMEOUT = Duration.ofSeconds(3);

  /** Nobody waits for a mail to be handed over. */
  private static final Duration MAIL_TIMEOUT = Duration.ofSeconds(8);

  private final CloudConfig config;
  private final SdkHttpClient http;
  private final AwsCredentialsProvider credentials;

  public CloudClients(CloudConfig config) {
    this.config = config;
    this.http =
        UrlConnectionHttpClient.builder()
            .connectionTimeout(CONNECT_TIMEOUT)
            .socketTimeout(SOCKET_TIMEOUT)
            .build();
    this.credentials = DefaultCredentialsProvider.builder().build();
  }

  /**
   * The Data API without the SDK's own retries: a retried statement may run twice, and only {@code
   * Database} knows which statements may.
   */
  public Database database(DatabaseConfig database, Budget budget) {
    RdsDataClient client =
        configured(RdsDataClient.builder(), config.databaseEndpoint())
            .overrideConfiguration(
                ClientOverrideConfiguration.builder()
                    .retryStrategy(retry -> retry.maxAttempts(1))
                    .build())
            .build();
    return new Database(client, database, budget);
  }

  /**
   * @param timeout what one call may take, with its retries
   */
  public ObjectStore objects(String bucket, Duration timeout) {
    S3Client client =
        configured(S3Client.builder(), config.objectEndpoint())
            .overrideConfiguration(
                timeout(timeout).toBuilder()
                    .addExecutionInterceptor(new WithoutExpectation())
                    .build())
            .build();
    return new ObjectStore(client, bucket);
  }

  public UploadLinks uploadLinks(String bucket) {
    S3Presigner.Builder builder =
        S3Presigner.builder().region(Region.of(config.region())).credentialsProvider(credentials);
    config.objectEndpoint().ifPresent(builder::endpointOverride);
    return new UploadLinks(builder.build(), bucket);
  }

  public Secrets secrets(InstantSource clock) {
    SecretsManagerClient client =
        configured(SecretsManagerClient.builder(), config.secretEndpoint())
            .overrideConfiguration(timeout(SMALL_CALL_TIMEOUT))
            .build();
    return new Secrets(client, clock);
  }

  public MessageQueue queue(String url) {
    SqsClient client =
        configured(SqsClient.builder(), config.queueEndpoint())
            .overrideConfiguration(timeout(SMALL_CALL_TIMEOUT))
            .build();
    return new MessageQueue(client, url);
  }

  /**
   * Without the SDK's own retries: a retried mail may arrive twice, and whoever keeps the list of
   * mails decides.
   *
   * @param from an address that SES may send for
   */
  public Mailer mailer(String from) {
    SesV2Client client =
        configured(SesV2Client.builder(), config.mailEndpoint())
            .overrideConfiguration(
                timeout(MAIL_TIMEOUT).toBuilder()
                    .retryStrategy(retry -> retry.maxAttempts(1))
                    .build())
            .build();
    return new SesMailer(client, from);
  }

  /**
   * @param keyId the key under which everything is sealed
   */
  public Envelopes envelopes(String keyId) {
    KmsClient client =
        configured(KmsClient.builder(), config.keyEndpoint())
            .overrideConfiguration(timeout(SMALL_CALL_TIMEOUT))
            .build();
    return new Envelopes(new KeyService(client, keyId), new SecureRandom());
  }

  /**
   * @param application the id of the application on EMR Serverless
   * @param role the ARN of what its runs may do
   */
  public SparkJobs jobs(String application, String role) {
    URI endpoint =
        config
            .jobEndpoint()
            .orElseGet(
                () -> URI.create("https://emr-serverless." + config.region() + ".amazonaws.com"));
    SignedCalls calls =
        new SignedCalls(http, credentials, "emr-serverless", config.region(), endpoint);
    return new SparkJobs(calls, application, role);
  }

  /**
   * @param address of the WebSocket API's stage, {@code https://id.execute-api.region…/stage}
   */
  public SocketSender sockets(URI address) {
    ApiGatewayManagementApiClient client =
        configured(
                ApiGatewayManagementApiClient.builder(),
                config.socketEndpoint().or(() -> Optional.of(address)))
            .overrideConfiguration(timeout(SMALL_CALL_TIMEOUT))
            .build();
    return new SocketSender(client);
  }

  private static ClientOverrideConfiguration timeout(Duration whole) {
    return ClientOverrideConfiguration.builder().apiCallTimeout(whole).build();
  }

  private <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B configured(
      B builder, Optional<URI> endpoint) {
    builder.region(Region.of(config.region())).credentialsProvider(credentials).httpClient(http);
    endpoint.ifPresent(builder::endpointOverride);
    return builder;
  }
}
