package io.takewithott.local.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.takewithott.core.socket.SocketSender;
import io.takewithott.core.socket.SocketSender.Outcome;
import io.takewithott.local.gateway.GatewaySettings;
import io.takewithott.local.gateway.ScriptedFunction;
import io.takewithott.local.runtime.Functions;
import io.takewithott.local.runtime.InvocationResult;
import io.takewithott.local.template.TemplateText;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;

final class SocketGatewayTest {
  private static final String TEMPLATE =
      """
      Globals:
        Function: {Runtime: java25, CodeUri: code}
      Resources:
        Sockets:
          Type: AWS::Serverless::WebSocketApi
          Properties:
            RouteSelectionExpression: $request.body.action
            StageName: live
            Routes:
              $connect: {FunctionArn: !GetAtt Door.Arn}
              $disconnect: {FunctionArn: !GetAtt Exit.Arn}
              say: {FunctionArn: !GetAtt Talk.Arn}
        Door: {Type: AWS::Serverless::Function, Properties: {Handler: x.Door}}
        Exit: {Type: AWS::Serverless::Function, Properties: {Handler: x.Exit}}
        Talk: {Type: AWS::Serverless::Function, Properties: {Handler: x.Talk}}
      """;

  private static final String KEY = "AKIDLOCAL";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PATIENCE_SECONDS = 10;

  private final ScriptedFunction door = new ScriptedFunction();
  private final ScriptedFunction exit = new ScriptedFunction();
  private final ScriptedFunction talk = new ScriptedFunction();
  private final Server server = new Server();
  private final SocketConnections connections = new SocketConnections();
  private SocketGateway gateway;
  private URI address;

  @BeforeEach
  void start() throws Exception {
    serve(new SocketLimits(Duration.ofMinutes(1), Duration.ofMinutes(1), 1000));
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
    gateway.close();
  }

  @Test
  void theOpeningIsAnEventWithHeadersQueryAndConnection() throws Exception {
    open("?ticket=abc&room=1&room=2");

    JsonNode event = JSON.readTree(door.lastEvent());
    JsonNode context = event.path("requestContext");
    assertThat(event.path("queryStringParameters").toString())
        .isEqualTo("{\"ticket\":\"abc\",\"room\":\"2\"}");
    assertThat(event.at("/multiValueQueryStringParameters/room").toString())
        .isEqualTo("[\"1\",\"2\"]");
    assertThat(event.at("/headers/Host").asText()).startsWith("localhost");
    assertThat(context.path("routeKey").asText()).isEqualTo("$connect");
    assertThat(context.path("eventType").asText()).isEqualTo("CONNECT");
    assertThat(context.path("stage").asText()).isEqualTo("live");
    assertThat(context.path("connectionId").asText()).isNotEmpty();
    assertThat(context.path("domainName").asText()).isEqualTo("localhost");
    assertThat(context.at("/identity/sourceIp").asText()).isEqualTo("127.0.0.1");
  }

  @ParameterizedTest
  @CsvSource({"SUCCESS, 401, 401", "SUCCESS, 503, 503", "FUNCTION_ERROR, 200, 502"})
  void aRefusedOpeningNeverBecomesAConnection(
      InvocationResult.Outcome outcome, int answered, int seen) {
    door.answers(outcome, "{\"statusCode\":" + answered + "}");

    assertThatThrownBy(() -> open(""))
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(seen));
    assertThat(exit.events).isEmpty();
  }

  @Test
  void aMessageGoesToTheRouteItsActionNames() throws Exception {
    Client client = open("");

    client.say("{\"action\":\"say\",\"text\":\"안녕\"}");
    await(talk);

    JsonNode event = JSON.readTree(talk.lastEvent());
    assertThat(event.path("body").asText()).isEqualTo("{\"action\":\"say\",\"text\":\"안녕\"}");
    assertThat(event.at("/requestContext/routeKey").asText()).isEqualTo("say");
    assertThat(event.at("/requestContext/eventType").asText()).isEqualTo("MESSAGE");
    assertThat(event.at("/requestContext/messageId").asText()).isNotEmpty();
    assertThat(event.at("/requestContext/connectionId").asText()).isEqualTo(connectionId());
    assertThat(event.has("headers")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{\"action\":\"shout\"}", "{\"action\":\"$connect\"}", "{\"action\":{}}", "hello"})
  void whatFitsNoRouteIsForbiddenWhereThereIsNoDefault(String message) throws Exception {
    Client client = open("");

    client.say(message);

    assertThat(JSON.readTree(client.next()).path("message").asText()).isEqualTo("Forbidden");
    assertThat(talk.events).isEmpty();
  }

  @Test
  void aFailingFunctionIsToldToTheClient() throws Exception {
    Client client = open("");
    talk.answers(InvocationResult.Outcome.FUNCTION_ERROR, "{}");

    client.say("{\"action\":\"say\"}");

    JsonNode told = JSON.readTree(client.next());
    assertThat(told.path("message").asText()).isEqualTo("Internal server error");
    assertThat(told.path("connectionId").asText()).isEqualTo(connectionId());
  }

  @Test
  void theAnswerOfAFunctionIsNotSent() throws Exception {
    Client client = open("");
    talk.answers("{\"statusCode\":200,\"body\":\"not for you\"}");

    client.say("{\"action\":\"say\"}");
    await(talk);
    sender().send(connectionId(), Map.of("next", true));

    assertThat(client.next()).isEqualTo("{\"next\":true}");
  }

  @Test
  void functionsWriteToAConnectionUntilItIsGone() throws Exception {
    Client client = open("");
    SocketSender sender = sender();

    assertThat(sender.send(connectionId(), Map.of("text", "그래"))).isEqualTo(Outcome.SENT);
    assertThat(client.next()).isEqualTo("{\"text\":\"그래\"}");
    client.open().sendClose(WebSocket.NORMAL_CLOSURE, "bye").join();
    await(exit);

    assertThat(sender.send(connectionId(), Map.of())).isEqualTo(Outcome.GONE);
    assertThat(sender.send("never-there=", Map.of())).isEqualTo(Outcome.GONE);
    JsonNode event = JSON.readTree(exit.lastEvent());
    assertThat(event.at("/requestContext/eventType").asText()).isEqualTo("DISCONNECT");
    assertThat(event.at("/requestContext/disconnectStatusCode").asInt()).isEqualTo(1000);
    assertThat(event.at("/requestContext/disconnectReason").asText()).isEqualTo("bye");
  }

  @Test
  void functionsCloseAConnection() throws Exception {
    Client client = open("");

    sender().close(connectionId());

    assertThat(client.closed.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(1000);
  }

  @Test
  void aMessageThatIsTooLargeEndsTheConnection() throws Exception {
    Client client = open("");

    client.say("x".repeat(1001));

    assertThat(client.closed.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(1009);
    assertThat(talk.events).isEmpty();
  }

  @Test
  void binaryFramesEndTheConnection() throws Exception {
    Client client = open("");

    client.open().sendBinary(ByteBuffer.wrap(new byte[] {1, 2}), true).join();

    assertThat(client.closed.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(1003);
  }

  @Test
  void aConnectionEndsAtItsLongest() throws Exception {
    stop();
    SocketGatewayTest other = new SocketGatewayTest();
    other.serve(new SocketLimits(Duration.ofMinutes(1), Duration.ofMillis(200), 1000));
    try {
      Client client = other.open("");
      assertThat(client.closed.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(1001);
    } finally {
      other.stop();
    }
  }

  @Test
  void anUnsignedWriteIsRefused() throws Exception {
    open("");
    HttpRequest unsigned =
        HttpRequest.newBuilder(address.resolve("/live/@connections/" + connectionId()))
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build();

    assertThat(HttpClient.newHttpClient().send(unsigned, BodyHandlers.ofString()).statusCode())
        .isEqualTo(403);
  }

  @Test
  void otherRequestsPassTheUpgradeHandler() throws Exception {
    HttpRequest plain = HttpRequest.newBuilder(address.resolve("/live")).build();

    assertThat(HttpClient.newHttpClient().send(plain, BodyHandlers.ofString()).statusCode())
        .isEqualTo(404);
  }

  private void serve(SocketLimits limits) throws Exception {
    gateway =
        new SocketGateway(
            TemplateText.read(TEMPLATE),
            Functions.of(Map.of("Door", door, "Exit", exit, "Talk", talk)),
            GatewaySettings.standard("ap-northeast-2", "000000000000", "local"),
            limits,
            connections);
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    Handler.Wrapper upgrades = gateway.handler(server);
    upgrades.setHandler(new ConnectionsApi(connections, limits, KEY));
    server.setHandler(upgrades);
    server.start();
    address = URI.create("http://localhost:" + connector.getLocalPort());
  }

  private Client open(String query) {
    Client client = new Client();
    client.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create("ws://localhost:" + address.getPort() + "/live" + query), client)
            .join();
    return client;
  }

  private String connectionId() throws Exception {
    return JSON.readTree(door.lastEvent()).at("/requestContext/connectionId").asText();
  }

  private SocketSender sender() {
    return new SocketSender(
        ApiGatewayManagementApiClient.builder()
            .endpointOverride(address.resolve("/live"))
            .region(Region.AP_NORTHEAST_2)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY, "secret")))
            .httpClient(UrlConnectionHttpClient.create())
            .build());
  }

  private static void await(ScriptedFunction function) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (function.events.isEmpty() && System.nanoTime() < end) {
      Thread.sleep(5);
    }
    assertThat(function.events).isNotEmpty();
  }

  private static final class Client implements WebSocket.Listener {
    final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    final BlockingQueue<Integer> closed = new LinkedBlockingQueue<>();
    final StringBuilder part = new StringBuilder();
    @Nullable WebSocket socket;

    WebSocket open() {
      return Objects.requireNonNull(socket);
    }

    void say(String message) {
      open().sendText(message, true).join();
    }

    String next() throws InterruptedException {
      return messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      part.append(data);
      if (last) {
        messages.add(part.toString());
        part.setLength(0);
      }
      return WebSocket.Listener.super.onText(from, data, last);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
      closed.add(status);
      return WebSocket.Listener.super.onClose(from, status, reason);
    }
  }
}
