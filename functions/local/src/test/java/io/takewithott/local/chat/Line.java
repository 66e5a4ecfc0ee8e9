package io.takewithott.local.chat;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.core.json.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One connection at a time, opened by a ticket, which may be cut. */
final class Line implements WebSocket.Listener {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
  private final StringBuilder part = new StringBuilder();
  private volatile boolean open = true;
  private @Nullable WebSocket socket;

  private Line() {}

  static Line open(HttpClient http, URI api, String token) throws Exception {
    Line line = new Line();
    HttpResponse<byte[]> ticket =
        http.send(
            HttpRequest.newBuilder(api.resolve("/socket/tickets"))
                .timeout(PATIENCE)
                .header("authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
    if (ticket.statusCode() != 201) {
      throw new IllegalStateException(
          "no ticket: " + new String(ticket.body(), StandardCharsets.UTF_8));
    }
    line.socket =
        http.newWebSocketBuilder()
            .connectTimeout(PATIENCE)
            .buildAsync(URI.create(Json.tree(ticket.body()).path("url").asText()), line)
            .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    return line;
  }

  boolean isOpen() {
    return open;
  }

  void say(Map<String, Object> action) {
    WebSocket now = socket;
    if (now != null && open) {
      try {
        now.sendText(Json.text(action), true).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      } catch (Exception cut) {
        open = false;
      }
    }
  }

  @Nullable JsonNode next(long millis) throws InterruptedException {
    return heard.poll(millis, TimeUnit.MILLISECONDS);
  }

  /** Ends as when a telephone loses its network: nobody is told. */
  void cut() {
    open = false;
    WebSocket now = socket;
    if (now != null) {
      now.abort();
    }
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    part.append(data);
    if (last) {
      heard.add(Json.tree(part.toString().getBytes(StandardCharsets.UTF_8)));
      part.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
    open = false;
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    open = false;
  }
}
