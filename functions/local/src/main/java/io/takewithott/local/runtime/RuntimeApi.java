package io.takewithott.local.runtime;

import io.takewithott.local.runtime.InvocationResult.Outcome;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Lambda's Runtime API (2018-06-01) for all processes of this server. Each process has an address
 * with a secret of its own in the path, so that it can neither take nor answer another's events.
 */
final class RuntimeApi implements AutoCloseable {

  private static final String RUNTIME = "2018-06-01/runtime/";

  /** More than an answer may have, so that a too large one can be told from a broken one. */
  private static final int MOST_BYTES = PooledRuntime.PAYLOAD_BYTES + 1;

  private final Map<String, RuntimeChannel> channels = new ConcurrentHashMap<>();
  private final Server server;
  private final ServerConnector connector;

  private RuntimeApi() {
    QueuedThreadPool threads = new QueuedThreadPool();
    threads.setName("runtime-api");
    threads.setDaemon(true);
    server = new Server(threads);
    connector = new ServerConnector(server);
    connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
    // A process may wait for its next event forever.
    connector.setIdleTimeout(0);
    server.addConnector(connector);
    server.setHandler(new Exchange());
  }

  static RuntimeApi start() {
    RuntimeApi api = new RuntimeApi();
    try {
      api.server.start();
    } catch (Exception e) {
      throw new IllegalStateException("The Runtime API could not be started", e);
    }
    return api;
  }

  /** The value of AWS_LAMBDA_RUNTIME_API that leads to the given channel. */
  String open(RuntimeChannel channel) {
    String secret = UUID.randomUUID().toString();
    channels.put(secret, channel);
    return connector.getHost() + ":" + connector.getLocalPort() + "/" + secret;
  }

  void forget(RuntimeChannel channel) {
    channels.values().remove(channel);
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The Runtime API could not be stopped", e);
    }
  }

  private final class Exchange extends Handler.Abstract {

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      List<String> path = List.of(request.getHttpURI().getPath().split("/", 3));
      RuntimeChannel channel = path.size() == 3 ? channels.get(path.get(1)) : null;
      if (channel == null || !path.get(2).startsWith(RUNTIME)) {
        answer(response, callback, 403);
        return true;
      }
      String call = path.get(2).substring(RUNTIME.length());
      if (HttpMethod.GET.is(request.getMethod())) {
        get(channel, call, response, callback);
      } else {
        answer(response, callback, post(channel, call, readBody(request)));
      }
      return true;
    }

    private void get(RuntimeChannel channel, String call, Response response, Callback callback) {
      switch (call) {
        case "invocation/next" -> channel.next(work -> send(work, response, callback));
        // A snapshot would be taken before, and restored after this call.
        case "restore/next" -> answer(response, callback, 200);
        default -> answer(response, callback, 404);
      }
    }

    private int post(RuntimeChannel channel, String call, byte[] body) {
      if (call.equals("init/error") || call.equals("restore/error")) {
        channel.initFailed(body);
        return 202;
      }
      String[] parts = call.split("/", -1);
      if (parts.length != 3 || !parts[0].equals("invocation")) {
        return 404;
      }
      // A too large answer is accepted here and refused by the pool: at 413 the client would end
      // its process.
      InvocationResult result =
          switch (parts[2]) {
            case "response" -> InvocationResult.success(body);
            default -> new InvocationResult(Outcome.FUNCTION_ERROR, body);
          };
      return channel.finish(parts[1], result) ? 202 : 400;
    }

    private static byte[] readBody(Request request) throws Exception {
      try (InputStream in = Content.Source.asInputStream(request)) {
        byte[] body = in.readNBytes(MOST_BYTES);
        in.skip(Long.MAX_VALUE);
        return body;
      }
    }

    private static void send(RuntimeChannel.Work work, Response response, Callback callback) {
      response.setStatus(200);
      response.getHeaders().put("Content-Type", "application/json");
      response.getHeaders().put("Lambda-Runtime-Aws-Request-Id", work.invocation().requestId());
      response.getHeaders().put("Lambda-Runtime-Deadline-Ms", work.deadline().toEpochMilli());
      response.getHeaders().put("Lambda-Runtime-Invoked-Function-Arn", work.functionArn());
      if (!work.invocation().traceHeader().isEmpty()) {
        response.getHeaders().put("Lambda-Runtime-Trace-Id", work.invocation().traceHeader());
      }
      response.write(true, ByteBuffer.wrap(work.event()), callback);
    }

    private static void answer(Response response, Callback callback, int status) {
      response.setStatus(status);
      response.getHeaders().put("Content-Type", "application/json");
      response.write(true, ByteBuffer.wrap(new byte[] {'{', '}'}), callback);
    }
  }
}
