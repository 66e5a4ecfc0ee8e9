package io.takewithott.local.socket;

import io.takewithott.local.gateway.GatewaySettings;
import io.takewithott.local.runtime.Functions;
import io.takewithott.local.template.Template;
import io.takewithott.local.template.WebSocketApiDefinition;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import org.eclipse.jetty.http.pathmap.ServletPathSpec;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;

/** The template's WebSocket APIs, each under its stage's name: {@code ws://localhost:8080/live}. */
public final class SocketGateway implements AutoCloseable {
  private final ExecutorService integrations = Executors.newCachedThreadPool(daemon("socket"));
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(daemon("socket limits"));
  private final List<WebSocketApiDefinition> definitions;
  private final Functions functions;
  private final GatewaySettings settings;
  private final SocketLimits limits;
  private final SocketConnections connections;

  public SocketGateway(
      Template template,
      Functions functions,
      GatewaySettings settings,
      SocketLimits limits,
      SocketConnections connections) {
    this.definitions = template.webSocketApis();
    this.functions = functions;
    this.settings = settings;
    this.limits = limits;
    this.connections = connections;
  }

  /** Upgrades requests for a stage; every other request goes to the handler that it wraps. */
  public Handler.Wrapper handler(Server server) {
    return WebSocketUpgradeHandler.from(server, this::map);
  }

  @Override
  public void close() {
    timer.shutdownNow();
    integrations.shutdownNow();
  }

  private void map(ServerWebSocketContainer container) {
    container.setMaxTextMessageSize(limits.messageBytes());
    container.setMaxBinaryMessageSize(limits.messageBytes());
    for (WebSocketApiDefinition definition : definitions) {
      container.addMapping(
          new ServletPathSpec("/" + definition.stage()),
          new SocketApi(definition, functions, settings, limits, connections, integrations, timer));
    }
  }

  private static ThreadFactory daemon(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
