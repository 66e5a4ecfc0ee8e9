package io.takewithott.local.socket;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.jspecify.annotations.Nullable;

/**
 * One open socket: hands on what arrives, and sends one message at a time. Public for Jetty, which
 * calls it.
 */
public final class SocketConnection implements Session.Listener.AutoDemanding {

  /** Told about a connection. */
  interface Events {
    void opened(SocketConnection connection);

    void received(SocketConnection connection, String message);

    void closed(SocketConnection connection, int status, String reason);
  }

  /** A client that takes nothing for so long is as good as gone. */
  private static final Duration LONGEST_SEND = Duration.ofSeconds(10);

  /** A function may write to a connection whose opening it has just allowed. */
  private static final Duration LONGEST_OPENING = Duration.ofSeconds(5);

  private final SocketClient client;
  private final InstantSource clock;
  private final Duration idleLimit;
  private final Events events;
  private final CountDownLatch opened = new CountDownLatch(1);
  private volatile @Nullable Session session;
  private volatile Instant lastActiveAt;

  SocketConnection(SocketClient client, InstantSource clock, Duration idleLimit, Events events) {
    this.client = client;
    this.clock = clock;
    this.idleLimit = idleLimit;
    this.events = events;
    this.lastActiveAt = client.connectedAt();
  }

  SocketClient client() {
    return client;
  }

  Instant lastActiveAt() {
    return lastActiveAt;
  }

  /** Writes a message; false if the connection is gone. */
  synchronized boolean send(String message) {
    Session open = awaitOpen();
    if (open == null || !open.isOpen()) {
      return false;
    }
    Callback.Completable sent = new Callback.Completable();
    open.sendText(message, sent);
    try {
      sent.get(LONGEST_SEND.toMillis(), TimeUnit.MILLISECONDS);
      lastActiveAt = clock.instant();
      return true;
    } catch (ExecutionException | CancellationException | CompletionException broken) {
      return false;
    } catch (TimeoutException stuck) {
      open.disconnect();
      return false;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  void close(int status, String reason) {
    Session open = session;
    if (open != null) {
      open.close(status, reason, Callback.NOOP);
    }
  }

  @Override
  public void onWebSocketOpen(Session open) {
    open.setIdleTimeout(idleLimit);
    session = open;
    opened.countDown();
    events.opened(this);
  }

  @Override
  public void onWebSocketText(String message) {
    lastActiveAt = clock.instant();
    events.received(this, message);
  }

  /** API Gateway passes on text only, unless an API says otherwise. */
  @Override
  public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
    callback.succeed();
    close(StatusCode.BAD_DATA, "Binary frames are not supported");
  }

  @Override
  public void onWebSocketClose(int status, @Nullable String reason, Callback callback) {
    callback.succeed();
    events.closed(this, status, reason == null ? "" : reason);
  }

  private @Nullable Session awaitOpen() {
    try {
      return opened.await(LONGEST_OPENING.toMillis(), TimeUnit.MILLISECONDS) ? session : null;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return null;
    }
  }
}
