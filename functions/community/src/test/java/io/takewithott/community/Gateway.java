package io.takewithott.community;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.takewithott.core.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** API Gateway's management of connections, which keeps what was written to each. */
final class Gateway {
  final Set<String> gone = ConcurrentHashMap.newKeySet();
  final Set<String> broken = ConcurrentHashMap.newKeySet();
  final Set<String> closed = ConcurrentHashMap.newKeySet();
  private final Map<String, List<JsonNode>> heard = new ConcurrentHashMap<>();
  private final HttpServer server;

  Gateway() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
    server.setExecutor(
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "gateway");
              thread.setDaemon(true);
              return thread;
            }));
    server.createContext("/live/@connections/", this::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/live");
  }

  /** What was written to a connection since this was last asked. */
  List<JsonNode> heard(String connectionId) {
    List<JsonNode> all = heard.remove(connectionId);
    return all == null ? List.of() : List.copyOf(all);
  }

  void reset() {
    gone.clear();
    broken.clear();
    closed.clear();
    heard.clear();
  }

  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getRawPath();
    String id =
        URLDecoder.decode(path.substring(path.lastIndexOf('/') + 1), StandardCharsets.UTF_8);
    byte[] body = exchange.getRequestBody().readAllBytes();
    int status = 200;
    if (gone.contains(id)) {
      status = 410;
      exchange.getResponseHeaders().add("x-amzn-ErrorType", "GoneException");
    } else if (broken.contains(id)) {
      status = 500;
    } else if (exchange.getRequestMethod().equals("DELETE")) {
      closed.add(id);
    } else {
      heard.computeIfAbsent(id, any -> new CopyOnWriteArrayList<>()).add(Json.tree(body));
    }
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }
}
