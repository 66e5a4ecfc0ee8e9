package io.takewithott.recommender.image;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Starts the recommender as its image does, while the image is built: plays Lambda's Runtime API,
 * and the services of an account in which there is nothing yet. The first start leaves the archive
 * of classes; the others come out of it and show that both handlers start and answer. One file of
 * the Java platform alone, so that {@code java Rehearsal.java} runs it where Maven is not.
 */
public final class Rehearsal implements AutoCloseable {
  private static final String RUNTIME = "/2018-06-01/runtime/";
  private static final String REFRESH = "io.takewithott.recommender.RefreshHandler";
  private static final String TRAIN = "io.takewithott.recommender.TrainHandler";
  private static final long SECONDS = 120;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

  private Rehearsal(String event) throws IOException {
    events.add(event);
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /**
   * @param arguments the start script, the archive to be written, an event of the queue, and one
   *     that rolls back, which there is nothing to do with
   */
  public static void main(String[] arguments) throws Exception {
    Path start = Path.of(arguments[0]);
    Path archive = Path.of(arguments[1]);
    String changed = Files.readString(Path.of(arguments[2]));
    run(start, REFRESH, changed, Map.of("ARCHIVE", "-XX:AOTCacheOutput=" + archive));
    require(Files.isRegularFile(archive), "The first start left no archive");
    // With this they do not start at all unless the archive fits.
    Map<String, String> strictly = Map.of("JAVA_TOOL_OPTIONS", "-XX:AOTMode=on");
    String refreshed = run(start, REFRESH, changed, strictly);
    require(refreshed.contains("\"batchItemFailures\":[]"), "Refreshing answered " + refreshed);
    String rolledBack = run(start, TRAIN, Files.readString(Path.of(arguments[3])), strictly);
    require(
        rolledBack.contains("There is no model to roll back from"),
        "Rolling back answered " + rolledBack);
  }

  /** One start, one event, and an orderly end. */
  private static String run(Path start, String handler, String event, Map<String, String> more)
      throws Exception {
    try (Rehearsal rehearsal = new Rehearsal(event)) {
      ProcessBuilder builder = new ProcessBuilder(start.toString(), handler).inheritIO();
      builder.environment().putAll(rehearsal.environment());
      builder.environment().putAll(more);
      Process process = builder.start();
      String answer = rehearsal.answers.poll(SECONDS, TimeUnit.SECONDS);
      process.destroy();
      require(process.waitFor(SECONDS, TimeUnit.SECONDS), handler + " did not end");
      require(answer != null, handler + " did not answer");
      return answer;
    }
  }

  private Map<String, String> environment() {
    String address =
        server.getAddress().getAddress().getHostAddress() + ":" + server.getAddress().getPort();
    return Map.of(
        "AWS_LAMBDA_RUNTIME_API", address,
        "AWS_ENDPOINT_URL", "http://" + address,
        "AWS_REGION", "ap-northeast-2",
        "AWS_ACCESS_KEY_ID", "rehearsal",
        "AWS_SECRET_ACCESS_KEY", "rehearsal",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024",
        "TWO_DATABASE_CLUSTER_ARN", "arn:aws:rds:ap-northeast-2:000000000000:cluster:rehearsal",
        "TWO_DATABASE_SECRET_ARN",
            "arn:aws:secretsmanager:ap-northeast-2:000000000000:secret:rehearsal",
        "TWO_DATABASE_NAME", "rehearsal",
        "TWO_BUCKET", "rehearsal");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String path = exchange.getRequestURI().getPath();
      if (path.startsWith(RUNTIME)) {
        runtime(exchange, path.substring(RUNTIME.length()), body);
      } else if (exchange.getRequestMethod().equals("POST")) {
        send(exchange, 200, "application/json", database(path));
      } else if (exchange.getRequestMethod().equals("GET")) {
        bucket(exchange);
      } else {
        send(exchange, 200, "application/xml", "");
      }
    }
  }

  private void runtime(HttpExchange exchange, String call, String body) throws IOException {
    if (call.equals("invocation/next")) {
      try {
        String event = events.take();
        exchange.getResponseHeaders().add("Lambda-Runtime-Aws-Request-Id", "rehearsal");
        long deadline = System.currentTimeMillis() + TimeUnit.SECONDS.toMillis(SECONDS);
        exchange.getResponseHeaders().add("Lambda-Runtime-Deadline-Ms", Long.toString(deadline));
        send(exchange, 200, "application/json", event);
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
      }
    } else {
      answers.add(call.endsWith("/response") ? body : call + " " + body);
      send(exchange, 202, "application/json", "{}");
    }
  }

  /** A database without rows. */
  private static String database(String path) {
    return path.equals("/BeginTransaction")
        ? "{\"transactionId\":\"rehearsal\"}"
        : "{\"formattedRecords\":\"[]\",\"records\":[],\"numberOfRecordsUpdated\":0}";
  }

  /** A bucket without objects. */
  private static void bucket(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getRawQuery();
    if (query != null && query.contains("list-type")) {
      send(exchange, 200, "application/xml", "<ListBucketResult></ListBucketResult>");
    } else {
      send(exchange, 404, "application/xml", "<Error><Code>NoSuchKey</Code></Error>");
    }
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static void require(boolean fact, String otherwise) {
    if (!fact) {
      throw new IllegalStateException(otherwise);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
