package io.takewithott.auth.social.provider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;

/** A server that notes what it was asked and answers what it was told to, in order. */
public final class ScriptedProvider implements AutoCloseable {
  private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
  private final Deque<Script> scripts = new ArrayDeque<>();
  private final HttpServer server;

  public ScriptedProvider() {
    try {
      server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::serve);
    server.start();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Answers the next request with that. */
  public ScriptedProvider then(int status, String body) {
    return then(
        exchange -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("location", "/elsewhere");
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
        });
  }

  ScriptedProvider then(Script script) {
    synchronized (scripts) {
      scripts.add(script);
    }
    return this;
  }

  /** Drops what was not asked for. */
  public void forget() {
    synchronized (scripts) {
      scripts.clear();
    }
  }

  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void serve(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String authorization = exchange.getRequestHeaders().getFirst("authorization");
    asked.add(
        new Asked(
            exchange.getRequestMethod() + " " + exchange.getRequestURI(),
            body,
            authorization == null ? "" : authorization));
    Script script;
    synchronized (scripts) {
      script = scripts.poll();
    }
    try (exchange) {
      if (script == null) {
        exchange.sendResponseHeaders(418, -1);
      } else {
        script.answer(exchange);
      }
    }
  }

  /** A byte now and then, for ever. */
  static void drip(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream body = exchange.getResponseBody()) {
      for (int i = 0; i < 1000; i++) {
        body.write(' ');
        body.flush();
        Thread.sleep(20);
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /** A request as it came. */
  public record Asked(String line, String body, String authorization) {}

  /** What to answer. */
  interface Script {
    void answer(HttpExchange exchange) throws IOException;
  }
}
