package io.takewithott.local.socket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.takewithott.local.gateway.GatewaySettings;
import io.takewithott.local.runtime.Functions;
import io.takewithott.local.runtime.Invocation;
import io.takewithott.local.runtime.InvocationResult;
import io.takewithott.local.template.WebSocketApiDefinition;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.eclipse.jetty.websocket.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.server.WebSocketCreator;
import org.jspecify.annotations.Nullable;

/** One WebSocket API: opens its connections and invokes the functions of its routes. */
final class SocketApi implements WebSocketCreator, SocketConnection.Events {
  private static final int CONNECTION_ID_BYTES = 11;
  private static final int REFUSED = 403;
  private static final int BROKEN = 502;

  private final ObjectMapper json = new ObjectMapper();
  private final SecureRandom random = new SecureRandom();
  private final WebSocketApiDefinition definition;
  private final Functions functions;
  private final GatewaySettings settings;
  private final SocketLimits limits;
  private final SocketConnections connections;
  private final ExecutorService integrations;
  private final ScheduledExecutorService timer;
  private final RouteSelection routes;

  /** What closes each connection when its time is over. */
  private final Map<SocketConnection, Future<?>> ends = new ConcurrentHashMap<>();

  private final SocketEvents events;

  SocketApi(
      WebSocketApiDefinition definition,
      Functions functions,
      GatewaySettings settings,
      SocketLimits limits,
      SocketConnections connections,
      ExecutorService integrations,
      ScheduledExecutorService timer) {
    this.definition = definition;
    this.functions = functions;
    this.settings = settings;
    this.limits = limits;
    this.connections = connections;
    this.integrations = integrations;
    this.timer = timer;
    this.routes = new RouteSelection(definition.routeSelectionExpression(), definition.routes());
    this.events = new SocketEvents(settings);
  }

  /** Null, with an answer written, when {@code $connect} refuses. */
  @Override
  public @Nullable Object createWebSocket(
      ServerUpgradeRequest request, ServerUpgradeResponse response, Callback callback)
      throws Exception {
    SocketClient client = client(request);
    SocketConnection connection =
        new SocketConnection(client, settings.clock(), limits.idle(), this);
    // Known before $connect runs: what that function triggers may write to it at once.
    connections.add(connection);
    int status = connect(client, request);
    if (status >= 200 && status < 300) {
      return connection;
    }
    connections.remove(connection);
    Response.writeError(request, response, callback, status);
    return null;
  }

  @Override
  public void opened(SocketConnection connection) {
    ends.put(
        connection,
        timer.schedule(
            () -> connection.close(StatusCode.SHUTDOWN, "Going away"),
            limits.whole().toMillis(),
            TimeUnit.MILLISECONDS));
  }

  @Override
  public void received(SocketConnection connection, String message) {
    integrations.execute(() -> integrate(connection, message));
  }

  @Override
  public void closed(SocketConnection connection, int status, String reason) {
    connections.remove(connection);
    Future<?> end = ends.remove(connection);
    if (end != null) {
      end.cancel(false);
    }
    integrations.execute(
        () ->
            routes
                .named("$disconnect")
                .ifPresent(
                    route ->
                        invoke(route, events.disconnect(connection.client(), status, reason))));
  }

  private int connect(SocketClient client, ServerUpgradeRequest request) {
    return routes
        .named("$connect")
        .map(route -> invoke(route, events.connect(client, headers(request), query(request))))
        .map(this::connectStatus)
        .orElse(200);
  }

  private int connectStatus(InvocationResult result) {
    if (!result.succeeded()) {
      return BROKEN;
    }
    try {
      JsonNode status = json.readTree(result.payload()).path("statusCode");
      return status.canConvertToInt() && status.isNumber() ? status.intValue() : BROKEN;
    } catch (IOException notJson) {
      return REFUSED;
    }
  }

  private void integrate(SocketConnection connection, String message) {
    Optional<RouteSelection.Chosen> route = routes.choose(message);
    if (route.isEmpty()) {
      refuse(connection, "Forbidden");
      return;
    }
    InvocationResult result =
        invoke(route.get(), events.message(connection.client(), route.get().routeKey(), message));
    if (!result.succeeded()) {
      refuse(connection, "Internal server error");
    }
  }

  private void refuse(SocketConnection connection, String message) {
    connection.send(
        JsonNodeFactory.instance
            .objectNode()
            .put("message", message)
            .put("connectionId", connection.client().connectionId())
            .put("requestId", settings.requestIds().get())
            .toString());
  }

  private InvocationResult invoke(RouteSelection.Chosen route, byte[] event) {
    return functions.invoke(
        route.functionLogicalId(),
        event,
        new Invocation(Invocation.untraced().requestId(), settings.traceIds().get()));
  }

  private SocketClient client(Request request) {
    byte[] id = new byte[CONNECTION_ID_BYTES];
    random.nextBytes(id);
    return new SocketClient(
        definition.stage(),
        Base64.getUrlEncoder().encodeToString(id),
        Request.getServerName(request),
        Request.getRemoteAddr(request),
        Optional.ofNullable(request.getHeaders().get(HttpHeader.USER_AGENT)).orElse(""),
        settings.clock().instant());
  }

  private static Map<String, List<String>> headers(Request request) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (HttpField field : request.getHeaders()) {
      headers
          .computeIfAbsent(field.getName(), name -> new ArrayList<>())
          .add(Optional.ofNullable(field.getValue()).orElse(""));
    }
    return headers;
  }

  private static Map<String, List<String>> query(Request request) {
    Map<String, List<String>> query = new LinkedHashMap<>();
    for (Fields.Field field : Request.extractQueryParameters(request)) {
      query.put(field.getName(), field.getValues());
    }
    return query;
  }
}
