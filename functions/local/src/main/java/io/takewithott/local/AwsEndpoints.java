package io.takewithott.local;

import io.takewithott.cloud.bootpay.BootpayStandIn;
import io.takewithott.cloud.emr.EmrHandler;
import io.takewithott.cloud.emr.JobRuns;
import io.takewithott.cloud.kms.KmsHandler;
import io.takewithott.cloud.kms.LocalKeys;
import io.takewithott.cloud.postgres.PostgresServer;
import io.takewithott.cloud.rdsdata.ClusterPause;
import io.takewithott.cloud.rdsdata.RdsDataCluster;
import io.takewithott.cloud.rdsdata.RdsDataHandler;
import io.takewithott.cloud.rdsdata.RdsDataLimits;
import io.takewithott.cloud.s3.S3Server;
import io.takewithott.cloud.secrets.LocalSecrets;
import io.takewithott.cloud.secrets.SecretAddresses;
import io.takewithott.cloud.secrets.SecretsHandler;
import io.takewithott.cloud.ses.Mailbox;
import io.takewithott.cloud.ses.SesHandler;
import io.takewithott.cloud.sqs.LocalQueues;
import io.takewithott.cloud.sqs.QueueAddresses;
import io.takewithott.cloud.sqs.SqsHandler;
import io.takewithott.core.json.Json;
import io.takewithott.local.runtime.Functions;
import io.takewithott.local.socket.ConnectionsApi;
import io.takewithott.local.socket.SocketConnections;
import io.takewithott.local.socket.SocketLimits;
import io.takewithott.local.standin.oauth.OAuthStandIns;
import io.takewithott.local.standin.speech.SpeechStandIn;
import io.takewithott.local.standin.tmdb.SampleAtTmdb;
import io.takewithott.local.template.ClusterDefinition;
import io.takewithott.local.template.Template;
import io.takewithott.local.template.TemplateSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The cloud on this machine: the Data API, Secrets Manager, KMS, SQS, SES and Lambda on one port,
 * S3 on another, with the resources that the template declares.
 */
final class AwsEndpoints implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AwsEndpoints.class);

  /** The template's name for the secret with the registrations at providers. */
  private static final String SOCIAL_SECRET = "SocialSecret";

  /** And for the one with what the speech recogniser knows us by. */
  private static final String SPEECH_SECRET = "SpeechSecret";

  /** And for the one with our keys at the payment provider. */
  private static final String BOOTPAY_SECRET = "BootpaySecret";

  /** And for the queue that failed job runs are told to. */
  private static final String FAILED_RUNS = "ScheduleDeadLetters";

  private final Template template;
  private final ClusterDefinition cluster;
  private final LocalResources resources;
  private final PostgresServer postgres;
  private final S3Server objects;
  private final LocalQueues queues;

  /** The stage of the template's WebSocket API. */
  private static final String SOCKET_STAGE = "live";

  private final ClusterPause pause;
  private final LambdaApi lambda = new LambdaApi();
  private final Mailbox mailbox = new Mailbox();
  private final SocketConnections connections = new SocketConnections();
  private final BootpayStandIn bootpay;
  private final JobRuns jobs;
  private final Server server;
  private final URI endpoint;

  private AwsEndpoints(
      LocalSettings settings,
      Template template,
      LocalResources resources,
      PostgresServer postgres,
      S3Server objects,
      LocalQueues queues,
      ClusterPause pause,
      Server server,
      URI endpoint,
      URI site) {
    this.bootpay = new BootpayStandIn(Optional.of(site.resolve("/payments/webhook")));
    this.jobs =
        new JobRuns(
            new SparkApplication(settings, this::clientSettings),
            event -> queues.send(LocalResources.name(FAILED_RUNS), event));
    this.template = template;
    this.cluster = onlyCluster(template);
    this.resources = resources;
    this.postgres = postgres;
    this.objects = objects;
    this.queues = queues;
    this.pause = pause;
    this.server = server;
    this.endpoint = endpoint;
  }

  /**
   * Reads the template and starts everything it needs; the database server meanwhile.
   *
   * @param site where the site will be
   */
  static AwsEndpoints start(LocalSettings settings, URI site) {
    Path data = settings.folder();
    CompletableFuture<PostgresServer> postgres =
        CompletableFuture.supplyAsync(() -> PostgresServer.start(data.resolve("database")));
    Server server = new Server();
    try {
      ServerConnector connector = listen(server, settings.endpointPort());
      URI endpoint = URI.create("http://127.0.0.1:" + connector.getLocalPort());
      InstantSource clock = InstantSource.system();
      QueueAddresses addresses = new QueueAddresses(LocalSettings.REGION, LocalSettings.ACCOUNT);
      LocalSecrets secrets =
          LocalSecrets.open(
              data.resolve("secrets"),
              new SecretAddresses(LocalSettings.REGION, LocalSettings.ACCOUNT),
              clock,
              new SecureRandom());
      LocalKeys keys =
          LocalKeys.open(
              data.resolve("keys"),
              LocalSettings.REGION,
              LocalSettings.ACCOUNT,
              new SecureRandom());
      UnaryOperator<String> secretArns =
          name -> secrets.createIfAbsent(name, () -> firstValue(name));
      // Read twice: which buckets there are is in the template, and so are addresses of theirs.
      LocalResources withoutObjects =
          new LocalResources(endpoint, endpoint, addresses, secretArns, keys::createIfAbsent);
      S3Server objects = Declared.objects(settings, read(settings, withoutObjects, site, endpoint));
      LocalResources resources =
          new LocalResources(
              endpoint, objects.endpoint(), addresses, secretArns, keys::createIfAbsent);
      Template template = read(settings, resources, site, endpoint);
      LocalQueues queues =
          LocalQueues.open(data.resolve("queues"), Declared.queues(template), addresses, clock);
      ClusterPause pause = new ClusterPause(clock);
      AwsEndpoints endpoints =
          new AwsEndpoints(
              settings,
              template,
              resources,
              postgres.join(),
              objects,
              queues,
              pause,
              server,
              endpoint,
              site);
      GeneratedSecrets.make(secrets, template.secrets(), new SecureRandom());
      endpoints.serve(secrets, keys);
      return endpoints;
    } catch (RuntimeException failure) {
      stopQuietly(server);
      closeStarted(postgres);
      throw failure instanceof CompletionException wrapped
              && wrapped.getCause() instanceof RuntimeException cause
          ? cause
          : failure;
    }
  }

  Template template() {
    return template;
  }

  LocalQueues queues() {
    return queues;
  }

  /** The mails that were sent. */
  Mailbox mailbox() {
    return mailbox;
  }

  /** The open sockets, which functions write to. */
  SocketConnections connections() {
    return connections;
  }

  /** Lets these functions be invoked. */
  void serve(Functions functions) {
    lambda.serve(functions);
  }

  /** The variables that tell any AWS client where these endpoints are. */
  Map<String, String> clientSettings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("AWS_REGION", LocalSettings.REGION);
    settings.put("AWS_DEFAULT_REGION", LocalSettings.REGION);
    settings.put("AWS_ACCESS_KEY_ID", LocalSettings.ACCESS_KEY);
    settings.put("AWS_SECRET_ACCESS_KEY", LocalSettings.SECRET_KEY);
    settings.putAll(endpointSettings());
    return settings;
  }

  Map<String, String> endpointSettings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("AWS_ENDPOINT_URL_RDS_DATA", endpoint.toString());
    settings.put("AWS_ENDPOINT_URL_SECRETS_MANAGER", endpoint.toString());
    settings.put("AWS_ENDPOINT_URL_KMS", endpoint.toString());
    settings.put("AWS_ENDPOINT_URL_SQS", endpoint.toString());
    settings.put("AWS_ENDPOINT_URL_SESV2", endpoint.toString());
    settings.put("AWS_ENDPOINT_URL_LAMBDA", endpoint.toString());
    settings.put("AWS_ENDPOINT_URL_EMR_SERVERLESS", endpoint.toString());
    settings.put("AWS_ENDPOINT_URL_S3", objects.endpoint().toString());
    template
        .webSocketApis()
        .forEach(
            api ->
                settings.put(
                    "AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI", endpoint + "/" + api.stage()));
    return settings;
  }

  /** The variables that name the stack's own resources, the database as its owner sees it. */
  Map<String, String> stackSettings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("TWO_DATABASE_CLUSTER_ARN", LocalResources.clusterArn(cluster.logicalId()));
    settings.put("TWO_DATABASE_SECRET_ARN", resources.databaseSecretArn(cluster.logicalId()));
    settings.put("TWO_DATABASE_NAME", cluster.databaseName());
    template.buckets().forEach(bucket -> settings.put("TWO_BUCKET", bucket.name()));
    return settings;
  }

  @Override
  public void close() {
    jobs.close();
    stopQuietly(server);
    objects.close();
    queues.close();
    postgres.close();
  }

  private void serve(LocalSecrets secrets, LocalKeys keys) {
    RdsDataHandler database =
        new RdsDataHandler(
            postgres::connect,
            new RdsDataCluster(
                LocalResources.clusterArn(cluster.logicalId()),
                secrets::currentText,
                cluster.databaseName(),
                LocalSettings.ACCESS_KEY),
            RdsDataLimits.aws(),
            pause,
            InstantSource.system());
    server.setHandler(
        new Handler.Sequence(
            new SesHandler(mailbox, LocalSettings.ACCESS_KEY, InstantSource.system()),
            new SqsHandler(queues, LocalSettings.ACCESS_KEY),
            new SecretsHandler(secrets, LocalSettings.ACCESS_KEY),
            new KmsHandler(keys, LocalSettings.ACCESS_KEY, new SecureRandom()),
            new EmrHandler(jobs, LocalSettings.ACCESS_KEY),
            database,
            lambda,
            new ConnectionsApi(connections, SocketLimits.aws(), LocalSettings.ACCESS_KEY),
            new SpeechStandIn(),
            new OAuthStandIns(InstantSource.system()),
            bootpay,
            SampleAtTmdb.standIn(InstantSource.system()),
            new PauseSwitch(pause)));
    // As RDS keeps a secret for the user that a cluster begins with.
    secrets.set(
        LocalResources.masterSecretName(cluster.logicalId()),
        Json.text(Map.of("username", postgres.username(), "password", postgres.password())));
    try {
      postgres.createDatabase(cluster.databaseName());
      server.start();
    } catch (SQLException refused) {
      throw new IllegalStateException("The database could not be made", refused);
    } catch (Exception failure) {
      throw new IllegalStateException("The AWS endpoints did not start", failure);
    }
  }

  /** What a person would put into a new stack's secrets. */
  private static String firstValue(String secret) {
    if (secret.equals(LocalResources.name(SPEECH_SECRET))) {
      return SpeechStandIn.credentials();
    }
    if (secret.equals(LocalResources.name(BOOTPAY_SECRET))) {
      return BootpayStandIn.keys();
    }
    return secret.equals(LocalResources.name(SOCIAL_SECRET)) ? OAuthStandIns.registrations() : "{}";
  }

  private static Template read(
      LocalSettings settings, LocalResources resources, URI site, URI endpoint) {
    TemplateSettings deployment =
        new TemplateSettings(
            Map.of(
                "SiteAddress", site.toString(),
                "SocketAddress",
                    site.resolve("/" + SOCKET_STAGE).toString().replaceFirst("^http", "ws"),
                "SocialEndpoint", endpoint.toString(),
                "SpeechEndpoint", endpoint.toString(),
                "TmdbEndpoint", endpoint.toString(),
                "SparkTraining", SparkApplication.isBuilt(settings) ? "on" : "off",
                "BootpayEndpoint", endpoint.toString()),
            LocalSettings.REGION,
            LocalSettings.ACCOUNT,
            LocalSettings.STACK);
    return Template.read(settings.root().resolve("template.yaml"), deployment, resources);
  }

  private static ClusterDefinition onlyCluster(Template template) {
    if (template.clusters().size() != 1) {
      throw new IllegalStateException(
          "The template declares " + template.clusters().size() + " clusters; one is served");
    }
    return template.clusters().get(0);
  }

  /** Takes the port before anything else needs to know it. */
  private static ServerConnector listen(Server server, int port) {
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    server.addConnector(connector);
    try {
      connector.open();
    } catch (IOException taken) {
      throw new UncheckedIOException(
          "Port " + port + " is taken: choose another with -Dport=", taken);
    }
    return connector;
  }

  private static void closeStarted(CompletableFuture<PostgresServer> postgres) {
    try {
      postgres.join().close();
    } catch (CompletionException neverStarted) {
      LOG.debug("the database server did not start either", neverStarted);
    }
  }

  private static void stopQuietly(Server server) {
    try {
      server.stop();
    } catch (Exception failure) {
      throw new IllegalStateException("The AWS endpoints did not stop", failure);
    }
  }
}
