package io.takewithott.cloud.sqs;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Queues behind the real protocol, as a client sees them. */
final class SqsEndpoint implements AutoCloseable {
  static final QueueAddresses ADDRESSES = new QueueAddresses("ap-northeast-2", "000000000000");
  static final String ACCESS_KEY = "AKIALOCAL";

  final LocalQueues queues;
  final SqsClient client;
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);

  SqsEndpoint(Path folder, InstantSource clock, QueueSettings... settings) {
    queues = LocalQueues.open(folder, List.of(settings), ADDRESSES, clock);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(new SqsHandler(queues, ACCESS_KEY));
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    client = client(ACCESS_KEY, Region.AP_NORTHEAST_2);
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + connector.getLocalPort());
  }

  String url(String queueName) {
    return ADDRESSES.url(uri(), queueName);
  }

  SqsClient client(String accessKey, Region region) {
    AwsCredentialsProvider credentials =
        StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, "secret"));
    return SqsClient.builder()
        .endpointOverride(uri())
        .region(region)
        .credentialsProvider(credentials)
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  @Override
  public void close() throws Exception {
    client.close();
    queues.close();
    server.stop();
  }
}
