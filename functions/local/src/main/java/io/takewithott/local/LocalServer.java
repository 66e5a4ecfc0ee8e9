package io.takewithott.local;

import io.takewithott.cloud.ses.Mailbox;
import io.takewithott.cloud.sqs.EventSourceMapping;
import io.takewithott.cloud.sqs.EventSourceSettings;
import io.takewithott.core.Environment;
import io.takewithott.core.cloud.CloudClients;
import io.takewithott.core.cloud.CloudConfig;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.DatabaseConfig;
import io.takewithott.core.lambda.Budget;
import io.takewithott.core.objects.ObjectStore;
import io.takewithott.local.gateway.AccessLog;
import io.takewithott.local.gateway.GatewaySettings;
import io.takewithott.local.gateway.HttpApiGateway;
import io.takewithott.local.runtime.Functions;
import io.takewithott.local.runtime.Invocation;
import io.takewithott.local.runtime.InvocationResult;
import io.takewithott.local.runtime.LogSink;
import io.takewithott.local.runtime.RuntimeSettings;
import io.takewithott.local.runtime.Schedules;
import io.takewithott.local.socket.SocketGateway;
import io.takewithott.local.socket.SocketLimits;
import io.takewithott.local.template.FunctionDefinition;
import io.takewithott.local.template.FunctionDefinition.PackageType;
import io.takewithott.local.template.QueueDefinition;
import io.takewithott.local.template.QueueSource;
import io.takewithott.local.template.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything the template declares, served on one machine: endpoints, functions, what a deployment
 * does, queues and schedules that invoke, and the HTTP API in front.
 */
public final class LocalServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LocalServer.class);

  /** A fresh JVM on a busy machine needs longer than AWS's ten seconds. */
  private static final Duration INIT_TIMEOUT = Duration.ofSeconds(60);

  private static final Duration LONGEST_TOOL_CALL = Duration.ofMinutes(1);

  private final AwsEndpoints endpoints;
  private final Functions functions;
  private final RuntimeSettings runtime;
  private final List<EventSourceMapping> mappings = new ArrayList<>();
  private final Schedules schedules;
  private final SocketGateway sockets;
  private final Server gateway;
  private final ServerConnector connector;

  private LocalServer(
      AwsEndpoints endpoints,
      Functions functions,
      RuntimeSettings runtime,
      Schedules schedules,
      SocketGateway sockets,
      Server gateway,
      ServerConnector connector) {
    this.endpoints = endpoints;
    this.functions = functions;
    this.runtime = runtime;
    this.schedules = schedules;
    this.sockets = sockets;
    this.gateway = gateway;
    this.connector = connector;
  }

  /**
   * Starts everything but the HTTP API and what invokes functions by itself: enough to load data
   * and to invoke by hand.
   */
  public static LocalServer prepare(
      LocalSettings settings, AccessLog accessLog, LogSink functionLog) {
    // In-process functions find their credentials as the SDK does on any machine.
    System.setProperty("aws.accessKeyId", LocalSettings.ACCESS_KEY);
    System.setProperty("aws.secretAccessKey", LocalSettings.SECRET_KEY);
    Server gateway = new Server();
    ServerConnector connector = listen(gateway, settings.port());
    AwsEndpoints endpoints = AwsEndpoints.start(settings, address(connector));
    Template template = endpoints.template();
    RuntimeSettings runtime =
        new RuntimeSettings(
            LocalSettings.REGION,
            LocalSettings.ACCOUNT,
            LocalSettings.ACCESS_KEY,
            LocalSettings.SECRET_KEY,
            endpoints.endpointSettings(),
            RuntimeSettings.DEFAULT_INSTANCES,
            INIT_TIMEOUT,
            RuntimeSettings.DEFAULT_WAIT,
            InstantSource.system(),
            functionLog);
    Functions functions = functions(settings, template, runtime);
    endpoints.serve(functions);
    Schedules schedules =
        new Schedules(
            template,
            functions,
            runtime,
            (schedule, function, attempt, result) ->
                LOG.info("schedule {} ran {}: {}", schedule, function, result.outcome()));
    GatewaySettings api =
        GatewaySettings.standard(LocalSettings.REGION, LocalSettings.ACCOUNT, LocalSettings.API_ID);
    SocketGateway sockets =
        new SocketGateway(template, functions, api, SocketLimits.aws(), endpoints.connections());
    Handler.Wrapper upgrades = sockets.handler(gateway);
    upgrades.setHandler(
        new Handler.Sequence(
            new MailboxPage(endpoints.mailbox()),
            new HttpApiGateway(template, functions, api, accessLog)));
    gateway.setHandler(upgrades);
    LocalServer server =
        new LocalServer(endpoints, functions, runtime, schedules, sockets, gateway, connector);
    try {
      new Deployment(template, functions).run();
    } catch (RuntimeException failure) {
      server.close();
      throw failure;
    }
    return server;
  }

  private static Functions functions(
      LocalSettings settings, Template template, RuntimeSettings runtime) {
    Predicate<FunctionDefinition> contained =
        function -> settings.image().isPresent() && function.packageType() == PackageType.IMAGE;
    List<FunctionDefinition> others =
        template.functions().stream().filter(contained.negate()).toList();
    Functions functions =
        settings.isolated()
            ? Functions.isolated(others, runtime)
            : Functions.inProcess(others, runtime, LocalServer.class.getClassLoader());
    return settings
        .image()
        .map(
            image ->
                Functions.contained(
                    image, template.functions().stream().filter(contained).toList(), runtime))
        .map(functions::with)
        .orElse(functions);
  }

  /** Opens the HTTP API, and lets queues and schedules invoke. */
  public void serve() {
    Template template = endpoints.template();
    for (FunctionDefinition function : template.functions()) {
      function.queueSources().stream()
          .filter(QueueSource::enabled)
          .forEach(source -> mappings.add(mapping(template, function, source)));
    }
    schedules.start();
    try {
      gateway.start();
    } catch (Exception failure) {
      throw new IllegalStateException(
          "The API did not start on port " + connector.getPort() + ": " + failure.getMessage(),
          failure);
    }
  }

  /** Where the site and the API are. */
  public URI address() {
    return address(connector);
  }

  /** The mails that the functions sent. */
  public Mailbox mailbox() {
    return endpoints.mailbox();
  }

  /** Takes the port before anything else needs to know it; nothing is answered yet. */
  private static ServerConnector listen(Server server, int port) {
    ServerConnector connector =
        new ServerConnector(server, new HttpConnectionFactory(HttpApiGateway.configuration()));
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

  private static URI address(ServerConnector connector) {
    return URI.create("http://localhost:" + connector.getLocalPort());
  }

  /** Invokes one function as {@code sam local invoke} does. */
  public InvocationResult invoke(String logicalId, byte[] event) {
    return functions.invoke(logicalId, event, Invocation.untraced());
  }

  /** With which a function that is started elsewhere finds what is served here. */
  public RuntimeSettings runtime() {
    return runtime;
  }

  /** The variables for any AWS client, and for the tools of this project. */
  public Map<String, String> clientSettings() {
    Map<String, String> settings = endpoints.clientSettings();
    settings.putAll(endpoints.stackSettings());
    return settings;
  }

  /** The stack's database, for tools of this project; bounded only by the Data API's own limits. */
  public Database database() {
    return tools(
        settings ->
            new CloudClients(CloudConfig.from(settings))
                .database(
                    DatabaseConfig.from(settings),
                    new Budget(InstantSource.system(), LONGEST_TOOL_CALL)));
  }

  /** The stack's data bucket, for tools of this project. */
  public ObjectStore objects() {
    return tools(
        settings ->
            new CloudClients(CloudConfig.from(settings))
                .objects(settings.required("TWO_BUCKET"), Duration.ofSeconds(30)));
  }

  private <T> T tools(Function<Environment.Settings, T> client) {
    Map<String, String> known = clientSettings();
    return Environment.of(known)
        .read(
            settings -> {
              known.keySet().forEach(settings::optional);
              return client.apply(settings);
            });
  }

  public Template template() {
    return endpoints.template();
  }

  @Override
  public void close() {
    try {
      gateway.stop();
    } catch (Exception failure) {
      LOG.atWarn().setCause(failure).log("the API did not stop");
    }
    mappings.forEach(EventSourceMapping::close);
    sockets.close();
    schedules.close();
    functions.close();
    endpoints.close();
  }

  private EventSourceMapping mapping(
      Template template, FunctionDefinition function, QueueSource source) {
    QueueDefinition queue = template.queue(source.queueLogicalId()).orElseThrow();
    EventSourceSettings settings =
        new EventSourceSettings(
            queue.name(),
            source.batchSize(),
            source.maximumBatchingWindow(),
            source.maximumConcurrency().orElse(2),
            source.reportBatchItemFailures());
    return EventSourceMapping.start(
        endpoints.queues(), settings, event -> succeeded(function, event));
  }

  private byte[] succeeded(FunctionDefinition function, byte[] event) {
    InvocationResult result = invoke(function.logicalId(), event);
    if (!result.succeeded()) {
      throw new IllegalStateException(function.logicalId() + " failed: " + result.text());
    }
    return result.payload();
  }
}
