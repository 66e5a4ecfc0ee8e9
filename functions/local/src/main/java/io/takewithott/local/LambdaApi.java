package io.takewithott.local;

import io.takewithott.local.runtime.Functions;
import io.takewithott.local.runtime.Invocation;
import io.takewithott.local.runtime.InvocationResult;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Lambda's Invoke operation, so that a function of a running server can be invoked by the command
 * line of this project or of AWS.
 */
final class LambdaApi extends Handler.Abstract {
  private static final String PREFIX = "/2015-03-31/functions/";
  private static final Pattern PATH = Pattern.compile(PREFIX + "(\\w+)/invocations");
  private static final String FUNCTION_ERROR = "X-Amz-Function-Error";
  private static final Pattern ENDPOINT = Pattern.compile("AWS_ENDPOINT_URL_LAMBDA='([^']+)'");

  /** As long as the longest function may take. */
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private static final int CONNECT_TIMEOUT_MILLIS = 1000;

  private volatile @Nullable Functions functions;

  void serve(Functions served) {
    functions = served;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    Matcher path = PATH.matcher(Request.getPathInContext(request));
    Functions served = functions;
    if (!path.matches() || !request.getMethod().equals("POST") || served == null) {
      return false;
    }
    String function = path.group(1);
    if (!served.logicalIds().contains(function)) {
      response.setStatus(404);
      write(response, callback, "There is no " + function + "; there are " + served.logicalIds());
      return true;
    }
    byte[] event = Content.Source.asInputStream(request).readAllBytes();
    InvocationResult result = served.invoke(function, event, Invocation.untraced());
    response.setStatus(200);
    if (!result.succeeded()) {
      response.getHeaders().put(FUNCTION_ERROR, "Unhandled");
    }
    write(response, callback, result.text());
    return true;
  }

  /** Invokes through the server that runs on that data folder, if one does. */
  static Optional<Answer> ask(Path folder, String function, byte[] event) {
    Optional<URI> endpoint = endpoint(folder.resolve("settings.sh"));
    if (endpoint.isEmpty()) {
      return Optional.empty();
    }
    HttpRequest request =
        HttpRequest.newBuilder(endpoint.get().resolve(PREFIX + function + "/invocations"))
            .timeout(LONGEST)
            .POST(HttpRequest.BodyPublishers.ofByteArray(event))
            .build();
    try {
      HttpResponse<String> response =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
      boolean succeeded =
          response.statusCode() == 200 && response.headers().firstValue(FUNCTION_ERROR).isEmpty();
      return Optional.of(new Answer(response.body(), succeeded));
    } catch (IOException nobodyListens) {
      return Optional.empty();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for " + function, stop);
    }
  }

  /** Whether a server runs on that data folder. */
  static boolean isServed(Path folder) {
    Optional<URI> endpoint = endpoint(folder.resolve("settings.sh"));
    if (endpoint.isEmpty()) {
      return false;
    }
    try (Socket socket = new Socket()) {
      URI address = endpoint.get();
      socket.connect(
          new InetSocketAddress(address.getHost(), address.getPort()), CONNECT_TIMEOUT_MILLIS);
      return true;
    } catch (IOException nobodyListens) {
      return false;
    }
  }

  private static Optional<URI> endpoint(Path settings) {
    try {
      Matcher line = ENDPOINT.matcher(Files.readString(settings));
      return line.find() ? Optional.of(URI.create(line.group(1))) : Optional.empty();
    } catch (IOException none) {
      return Optional.empty();
    }
  }

  private static void write(Response response, Callback callback, String text) {
    response.write(true, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), callback);
  }

  /**
   * @param text what the function answered, or its error
   */
  record Answer(String text, boolean succeeded) {}
}
