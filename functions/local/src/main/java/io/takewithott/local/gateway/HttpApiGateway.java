package io.takewithott.local.gateway;

import io.takewithott.local.runtime.Functions;
import io.takewithott.local.runtime.Invocation;
import io.takewithott.local.runtime.InvocationResult;
import io.takewithott.local.template.AuthorizerDefinition;
import io.takewithott.local.template.Template;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The template's HTTP API as a Jetty handler; see {@link #configuration()} for the connector it
 * needs.
 */
public final class HttpApiGateway extends Handler.Abstract {

  private static final Logger LOGGER = LoggerFactory.getLogger(HttpApiGateway.class);

  /** HTTP API limits: the body, and the request line with all header values. */
  static final int BODY_BYTES = 10 * 1024 * 1024;

  static final int HEADER_BYTES = 10_240;

  private static final long FORGOTTEN_BYTES = 100L * 1024 * 1024;

  /** Leaves room above our own limit, so that the answer to too many headers is ours. */
  private static final int CONNECTOR_HEADER_BYTES = 64 * 1024;

  private static final InvocationResult NO_ANSWER =
      new InvocationResult(InvocationResult.Outcome.TIMED_OUT, new byte[0]);

  private final Functions functions;
  private final GatewaySettings settings;
  private final AccessLog log;
  private final Routes routes;
  private final Authorizers authorizers;
  private final ExecutorService integrations =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "integration");
            thread.setDaemon(true);
            return thread;
          });

  public HttpApiGateway(
      Template template, Functions functions, GatewaySettings settings, AccessLog log) {
    this.functions = functions;
    this.settings = settings;
    this.log = log;
    this.authorizers = new Authorizers(template.authorizers(), settings.clock());
    List<Route> all = new ArrayList<>();
    template
        .functions()
        .forEach(
            function ->
                function.routes().forEach(route -> all.add(Route.of(route, function.logicalId()))));
    this.routes = new Routes(all);
  }

  /**
   * What the connector must be told: paths arrive as sent, and our own limit on headers is reached
   * first.
   */
  public static HttpConfiguration configuration() {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setUriCompliance(UriCompliance.UNSAFE);
    configuration.setRequestHeaderSize(CONNECTOR_HEADER_BYTES);
    configuration.setSendServerVersion(false);
    return configuration;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Instant start = settings.clock().instant();
    String requestId = settings.requestIds().get();
    String rawPath = Optional.ofNullable(request.getHttpURI().getPath()).orElse("/");
    Optional<Routes.Match> match = routes.find(request.getMethod(), rawPath);
    GatewayResponse answer = answerOrServerError(request, rawPath, match, requestId, start);
    log.answered(
        new AccessLog.Entry(
            request.getMethod(),
            rawPath,
            answer.status(),
            settings.clock().millis() - start.toEpochMilli(),
            match.map(found -> found.route().functionLogicalId()),
            requestId));
    write(request, response, callback, answer, requestId);
    return true;
  }

  private GatewayResponse answerOrServerError(
      Request request,
      String rawPath,
      Optional<Routes.Match> match,
      String requestId,
      Instant start)
      throws IOException {
    try {
      return answer(request, rawPath, match, requestId, start);
    } catch (RuntimeException e) {
      LOGGER.error("The gateway itself failed at {} {}", request.getMethod(), rawPath, e);
      return GatewayResponse.SERVER_ERROR;
    }
  }

  private GatewayResponse answer(
      Request request,
      String rawPath,
      Optional<Routes.Match> match,
      String requestId,
      Instant start)
      throws IOException {
    List<Map.Entry<String, String>> sent = new ArrayList<>();
    for (HttpField field : request.getHeaders()) {
      sent.add(Map.entry(field.getName(), field.getValue() == null ? "" : field.getValue()));
    }
    if (headerBytes(request, sent) > HEADER_BYTES) {
      return GatewayResponse.HEADERS_TOO_LARGE;
    }
    byte[] body = readBody(request);
    if (body.length > BODY_BYTES) {
      return GatewayResponse.TOO_LARGE;
    }
    if (match.isEmpty()) {
      return GatewayResponse.NOT_FOUND;
    }
    HttpRequest taken;
    try {
      taken = take(request, rawPath, sent, body);
      match.get().parameters().values().forEach(value -> PercentEncoding.decode(value, false));
    } catch (IllegalArgumentException e) {
      return GatewayResponse.BAD_REQUEST;
    }
    GatewayResponse answer =
        integrate(
            taken, match.get(), new EventPayload(settings, taken, match.get(), requestId, start));
    log.exchanged(exchange(taken, match.get(), answer));
    return answer;
  }

  private static AccessLog.Exchange exchange(
      HttpRequest request, Routes.Match match, GatewayResponse answer) {
    String contentType =
        answer.headers().stream()
            .filter(header -> header.getKey().equalsIgnoreCase("content-type"))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse("");
    return new AccessLog.Exchange(
        match.route().definition().key(),
        request.query(),
        request.headers(),
        request.body(),
        answer.status(),
        contentType,
        answer.body());
  }

  private static int headerBytes(Request request, List<Map.Entry<String, String>> sent) {
    int bytes = request.getMethod().length() + request.getHttpURI().getPathQuery().length();
    for (Map.Entry<String, String> header : sent) {
      bytes += header.getKey().length() + header.getValue().length();
    }
    return bytes;
  }

  /**
   * At most one byte more than allowed, which tells that there was more. The rest is read and
   * forgotten, up to a bound: a client that is still writing would see a broken connection instead
   * of the answer.
   */
  private static byte[] readBody(Request request) throws IOException {
    try (InputStream in = Content.Source.asInputStream(request)) {
      byte[] body = in.readNBytes(BODY_BYTES + 1);
      byte[] forgotten = new byte[64 * 1024];
      for (long read = body.length; body.length > BODY_BYTES && read < FORGOTTEN_BYTES; ) {
        int count = in.read(forgotten);
        read = count < 0 ? FORGOTTEN_BYTES : read + count;
      }
      return body;
    }
  }

  private HttpRequest take(
      Request request, String rawPath, List<Map.Entry<String, String>> sent, byte[] body) {
    String rawQuery = Optional.ofNullable(request.getHttpURI().getQuery()).orElse("");
    Map<String, String> headers = HttpRequest.headers(sent);
    String sourceIp = Request.getRemoteAddr(request);
    if (body.length > 0) {
      headers.put("content-length", String.valueOf(body.length));
    }
    headers.computeIfAbsent("x-amzn-trace-id", name -> settings.traceIds().get());
    headers.merge("x-forwarded-for", sourceIp, (given, own) -> given + ", " + own);
    headers.put("x-forwarded-port", String.valueOf(Request.getLocalPort(request)));
    headers.put("x-forwarded-proto", request.isSecure() ? "https" : "http");
    return new HttpRequest(
        request.getMethod(),
        rawPath,
        PercentEncoding.decode(rawPath, false),
        rawQuery,
        HttpRequest.query(rawQuery),
        headers,
        HttpRequest.cookies(sent),
        body,
        request.getConnectionMetaData().getProtocol(),
        sourceIp);
  }

  private GatewayResponse integrate(HttpRequest request, Routes.Match match, EventPayload events) {
    String trace = request.headers().getOrDefault("x-amzn-trace-id", "");
    Optional<AuthorizerDefinition> authorizer =
        match.route().definition().authorizer().flatMap(authorizers::named);
    Optional<Authorizers.Decision> decision =
        authorizer.map(
            found ->
                authorizers.decide(
                    found,
                    request,
                    identity ->
                        invoke(found.functionLogicalId(), events.forAuthorizer(identity), trace)
                            .orElse(NO_ANSWER)));
    Optional<GatewayResponse> refusal = decision.flatMap(Authorizers.Decision::refusal);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    byte[] event = events.forFunction(decision.map(Authorizers.Decision::context));
    Optional<InvocationResult> result = invoke(match.route().functionLogicalId(), event, trace);
    return result.map(HttpApiGateway::interpret).orElse(GatewayResponse.UNAVAILABLE);
  }

  private static GatewayResponse interpret(InvocationResult result) {
    return switch (result.outcome()) {
      case SUCCESS -> FunctionAnswer.read(result.payload());
      case THROTTLED -> GatewayResponse.UNAVAILABLE;
      case REQUEST_TOO_LARGE -> GatewayResponse.TOO_LARGE;
      case FUNCTION_ERROR, TIMED_OUT, CRASHED, INIT_FAILED, RESPONSE_TOO_LARGE ->
          GatewayResponse.SERVER_ERROR;
    };
  }

  /**
   * Empty when the integration limit passes first; the function itself goes on, as in the cloud.
   */
  private Optional<InvocationResult> invoke(String function, byte[] event, String trace) {
    Invocation invocation = new Invocation(Invocation.untraced().requestId(), trace);
    Future<InvocationResult> future =
        integrations.submit(() -> functions.invoke(function, event, invocation));
    try {
      return Optional.of(future.get(settings.integrationLimit().toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException("The runtime of " + function + " failed", e);
    }
  }

  private static void write(
      Request request,
      Response response,
      Callback callback,
      GatewayResponse answer,
      String requestId) {
    response.setStatus(answer.status());
    answer
        .headers()
        .forEach(header -> response.getHeaders().add(header.getKey(), header.getValue()));
    response.getHeaders().put("apigw-requestid", requestId);
    boolean bodiless = answer.status() == 204 || answer.status() == 304;
    if (HttpMethod.HEAD.is(request.getMethod())) {
      response.getHeaders().put("content-length", answer.body().length);
      response.write(true, ByteBuffer.allocate(0), callback);
    } else {
      response.write(
          true, bodiless ? ByteBuffer.allocate(0) : ByteBuffer.wrap(answer.body()), callback);
    }
  }

  @Override
  protected void doStop() throws Exception {
    integrations.shutdownNow();
    super.doStop();
  }
}
