package io.takewithott.testing;

import io.takewithott.cloud.kms.KmsHandler;
import io.takewithott.cloud.kms.LocalKeys;
import io.takewithott.cloud.s3.S3Server;
import io.takewithott.cloud.secrets.LocalSecrets;
import io.takewithott.cloud.secrets.SecretAddresses;
import io.takewithott.cloud.secrets.SecretsHandler;
import io.takewithott.cloud.ses.Mailbox;
import io.takewithott.cloud.ses.SesHandler;
import io.takewithott.cloud.sqs.LocalQueues;
import io.takewithott.cloud.sqs.QueueAddresses;
import io.takewithott.cloud.sqs.QueueSettings;
import io.takewithott.cloud.sqs.SqsHandler;
import io.takewithott.core.Environment;
import io.takewithott.core.cloud.CloudClients;
import io.takewithott.core.cloud.CloudConfig;
import io.takewithott.core.objects.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * S3 with the bucket {@code data}, SQS with the queues {@code taste} and {@code mail}, Secrets
 * Manager, KMS, and SES with a mailbox, for one test class. Register it as a static JUnit
 * extension.
 */
public final class TestEndpoints implements BeforeAllCallback, AfterAllCallback {
  public static final String BUCKET = "data";
  public static final String QUEUE = "taste";
  public static final String MAIL_QUEUE = "mail";

  private static final String REGION = "ap-northeast-2";
  private static final String ACCOUNT = "000000000000";

  private final Path folder;
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);
  private final LocalQueues queues;
  private final LocalSecrets secrets;
  private final LocalKeys keys;
  private final S3Server objects;
  private final Mailbox mailbox = new Mailbox();

  private TestEndpoints(Path folder) {
    this.folder = folder;
    InstantSource clock = InstantSource.system();
    this.queues =
        LocalQueues.open(
            folder.resolve("queues"),
            List.of(QueueSettings.named(QUEUE), QueueSettings.named(MAIL_QUEUE)),
            new QueueAddresses(REGION, ACCOUNT),
            clock);
    this.secrets =
        LocalSecrets.open(
            folder.resolve("secrets"),
            new SecretAddresses(REGION, ACCOUNT),
            clock,
            new SecureRandom());
    this.keys = LocalKeys.open(folder.resolve("keys"), REGION, ACCOUNT, new SecureRandom());
    this.objects = S3Server.temporary(BUCKET);
  }

  public static TestEndpoints start() {
    try {
      return new TestEndpoints(Files.createTempDirectory("endpoints-"));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    open();
  }

  /** For tests of another engine than Jupiter. */
  public void open() throws Exception {
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(
        new Handler.Sequence(
            new SesHandler(mailbox, TestCredentials.ACCESS_KEY, InstantSource.system()),
            new SqsHandler(queues, TestCredentials.ACCESS_KEY),
            new KmsHandler(keys, TestCredentials.ACCESS_KEY, new SecureRandom()),
            new SecretsHandler(secrets, TestCredentials.ACCESS_KEY)));
    server.start();
    TestCredentials.use();
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    close();
  }

  public void close() throws Exception {
    queues.close();
    server.stop();
    objects.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** The variables with which a function finds these endpoints. */
  public Map<String, String> environment() {
    String endpoint = endpoint().toString();
    return Map.of(
        "AWS_REGION", REGION,
        "AWS_ENDPOINT_URL_SQS", endpoint,
        "AWS_ENDPOINT_URL_SECRETS_MANAGER", endpoint,
        "AWS_ENDPOINT_URL_SESV2", endpoint,
        "AWS_ENDPOINT_URL_KMS", endpoint,
        "AWS_ENDPOINT_URL_S3", objects.endpoint().toString());
  }

  public String queueUrl() {
    return queues.addresses().url(endpoint(), QUEUE);
  }

  public String mailQueueUrl() {
    return queues.addresses().url(endpoint(), MAIL_QUEUE);
  }

  /** Nudges that wait for the function that sends mails. */
  public int mailNudges() {
    return queues.depth(MAIL_QUEUE).visible();
  }

  /** The mails that SES was given. */
  public Mailbox mailbox() {
    return mailbox;
  }

  /** Messages that wait in the queue. */
  public int queued() {
    return queues.depth(QUEUE).visible();
  }

  /** Messages that the queue keeps back for a while. */
  public int delayed() {
    return queues.depth(QUEUE).delayed();
  }

  /** The ARN of a secret with that name, made with the text if there is none. */
  public String secret(String name, String text) {
    return secrets.createIfAbsent(name, () -> text);
  }

  /** Gives that secret another value. */
  public void changeSecret(String name, String text) {
    secrets.set(name, text);
  }

  /** Lays the value that a secret is to have next beside the one that it has. */
  public void prepareSecret(String name, String text) {
    secrets.stage(name, text, "AWSPENDING");
  }

  /** The ARN of a key with that name, made if there is none. */
  public String key(String name) {
    return keys.createIfAbsent(name);
  }

  /** The bucket as a function uses it. */
  public ObjectStore objects() {
    return Environment.of(environment())
        .read(
            settings ->
                new CloudClients(CloudConfig.from(settings))
                    .objects(BUCKET, Duration.ofSeconds(30)));
  }

  private URI endpoint() {
    return URI.create("http://127.0.0.1:" + connector.getLocalPort());
  }
}
