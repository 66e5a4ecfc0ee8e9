package io.takewithott.local.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.takewithott.core.Environment;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.crac.Core;
import org.crac.Resource;

/**
 * Handlers the runtime tests run: in this process, and in child processes that have this folder as
 * task root.
 */
public final class TestHandlers {

  private TestHandlers() {}

  /** Does what its event says. */
  public static final class Obedient implements RequestStreamHandler {

    private int events;

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context)
        throws IOException {
      events++;
      String event = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\"", "");
      String[] words = event.split(" ");
      switch (words[0]) {
        case "echo" -> write(out, "\"" + event + "\"");
        case "count" -> write(out, String.valueOf(events));
        case "pid" -> write(out, String.valueOf(ProcessHandle.current().pid()));
        case "fail" -> throw new IllegalStateException("told to fail");
        case "exit" -> Runtime.getRuntime().halt(7);
        case "sleep" -> sleep(Long.parseLong(words[1]));
        case "large" -> write(out, "\"" + "x".repeat(Integer.parseInt(words[1])) + "\"");
        case "print" -> {
          System.out.println("안녕 from stdout");
          System.err.println("and from stderr");
          write(out, "null");
        }
        case "environment" -> write(out, new TreeMap<>(System.getenv()).keySet().toString());
        case "variable" -> write(out, String.valueOf(System.getenv(words[1])));
        case "context" -> write(out, described(context));
        default -> throw new IllegalArgumentException(event);
      }
    }

    private static String described(Context context) {
      return String.join(
          " ",
          List.of(
              context.getAwsRequestId(),
              context.getFunctionName(),
              context.getFunctionVersion(),
              context.getInvokedFunctionArn(),
              context.getLogGroupName(),
              context.getLogStreamName(),
              String.valueOf(context.getMemoryLimitInMB()),
              String.valueOf(context.getRemainingTimeInMillis() > 0),
              String.valueOf(context.getXrayTraceId())));
    }

    private static void sleep(long millis) {
      try {
        Thread.sleep(millis);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private static void write(OutputStream out, String text) throws IOException {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Has its configuration from the environment it is given. */
  public static final class Configured implements RequestStreamHandler {

    private final String environment;

    public Configured(Environment environment) {
      this.environment =
          environment.read(
              settings ->
                  settings.required("STAGE") + " " + settings.required("AWS_ENDPOINT_URL_S3"));
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context)
        throws IOException {
      context.getLogger().log("first\nsecond");
      out.write(environment.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** An event class of AWS's in, a map out. */
  public static final class Typed
      implements RequestHandler<APIGatewayV2HTTPEvent, Map<String, Object>> {
    @Override
    public Map<String, Object> handleRequest(APIGatewayV2HTTPEvent event, Context context) {
      return Map.of(
          "path", event.getRawPath() + " " + event.getRequestContext().getHttp().getMethod());
    }
  }

  /** Types of its own, in the shape the runtime maps: getters and setters. */
  public static final class OwnTypes implements RequestHandler<List<OwnTypes.Film>, OwnTypes.Film> {

    /** A film. */
    public static final class Film {
      private String title = "";

      public String getTitle() {
        return title;
      }

      public void setTitle(String title) {
        this.title = title;
      }
    }

    @Override
    public Film handleRequest(List<Film> films, Context context) {
      return films.get(films.size() - 1);
    }
  }

  /** Tells which of SnapStart's hooks have run. */
  public static final class Primed implements RequestStreamHandler, Resource {

    private final StringBuilder hooks = new StringBuilder();

    public Primed() {
      Core.getGlobalContext().register(this);
    }

    @Override
    public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
      hooks.append("checkpoint ");
    }

    @Override
    public void afterRestore(org.crac.Context<? extends Resource> context) {
      hooks.append("restore");
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context)
        throws IOException {
      out.write(hooks.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Cannot be made. */
  public static final class Broken implements RequestStreamHandler {
    public Broken() {
      throw new IllegalStateException("no secret");
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {}
  }

  /** Takes long to be made. */
  public static final class Slow implements RequestStreamHandler {

    public Slow() throws InterruptedException {
      Thread.sleep(30_000);
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {}
  }

  /** Not a handler. */
  public static final class NoHandler {}
}
