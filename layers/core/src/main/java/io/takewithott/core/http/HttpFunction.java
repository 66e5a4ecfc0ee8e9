package io.takewithott.core.http;

import com.amazonaws.serverless.proxy.internal.LambdaContainerHandler;
import com.amazonaws.serverless.proxy.model.HttpApiV2ProxyRequest;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.takewithott.core.json.Json;
import io.takewithott.core.lambda.Budget;
import io.takewithott.core.lambda.LogContext;
import io.takewithott.core.lambda.Priming;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * The base of every handler behind the HTTP API: one event in, one response of payload format 2.0
 * out. A handler class adds its routes and nothing else.
 */
public abstract class HttpFunction implements RequestStreamHandler {
  /** What a caller behind API Gateway (30 s) may be kept waiting, with time left to say so. */
  public static final Duration LONGEST_REQUEST = Duration.ofSeconds(25);

  private final ServletHost host;
  private final HttpWiring wiring;

  // Held so that the hooks live as long as the handler does.
  private final Priming priming;

  protected HttpFunction(HttpWiring wiring) {
    this.wiring = wiring;
    this.host =
        new ServletHost(
            new RouteServlet(
                wiring.routes(), service(), wiring.budget(), wiring.edge(), System::nanoTime));
    this.host.initialize();
    this.priming = Priming.register(this::prime, wiring.afterRestore());
  }

  /** The routes served, as {@code METHOD /template}. */
  public final List<String> routeKeys() {
    return wiring.routes().keys();
  }

  @Override
  public final void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    wiring.budget().begin(Duration.ofMillis(context.getRemainingTimeInMillis()));
    try (LogContext log = LogContext.of(context, priming.start())) {
      HttpApiV2ProxyRequest event =
          LambdaContainerHandler.getObjectMapper().readValue(input, HttpApiV2ProxyRequest.class);
      log.within(new HttpEvent(event).requestId());
      output.write(Json.bytes(HttpApiResponse.of(host.proxy(event, context))));
    }
  }

  /** What metrics of this function are told apart by. */
  private String service() {
    String name = getClass().getSimpleName().replaceFirst("Handler$", "");
    return name.isEmpty() ? "Unnamed" : name;
  }

  private void prime() {
    wiring.warmUp().run();
    try (InputStream event =
        new ByteArrayInputStream(Warming.EVENT.getBytes(StandardCharsets.UTF_8))) {
      handleRequest(event, OutputStream.nullOutputStream(), Warming.CONTEXT);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * What a handler is made of.
   *
   * @param edge what stands in front, for functions that ask where a request comes from
   */
  public record HttpWiring(
      Routes routes, Budget budget, Runnable warmUp, Runnable afterRestore, Edge edge) {

    public HttpWiring(Routes routes, Budget budget, Runnable warmUp, Runnable afterRestore) {
      this(routes, budget, warmUp, afterRestore, Edge.none());
    }
  }
}
