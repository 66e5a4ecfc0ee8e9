package io.takewithott.auth.social.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.auth.social.provider.ProviderException.Reason;
import io.takewithott.core.http.client.LimitedBody;
import io.takewithott.core.json.Json;
import io.takewithott.core.lambda.Budget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks providers and trusts nothing they answer: a deadline for the whole answer, a limit on its
 * length, no redirects followed, JSON objects only. Goes to the hosts of the table and nowhere
 * else, or to the one address that stands in for them.
 */
public final class ProviderHttp {
  /** Enough for every answer in the table many times over. */
  private static final int LARGEST_ANSWER_BYTES = 64 * 1024;

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

  /** Kept back from a request's time, so that the outcome can still be stored and told. */
  private static final Duration RESERVE = Duration.ofSeconds(4);

  private static final Duration LEAST = Duration.ofMillis(200);

  /** Tries of what does no harm when done twice. */
  private static final int TRIES = 2;

  private final Optional<URI> standIn;
  private final Duration timeout;
  private final Budget budget;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_TIMEOUT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .proxy(HttpClient.Builder.NO_PROXY)
          .build();

  /**
   * @param standIn where requests go instead of to the providers' own hosts, which become the first
   *     part of the path
   * @param timeout what one answer may take
   */
  public ProviderHttp(Optional<URI> standIn, Duration timeout, Budget budget) {
    this.standIn = standIn;
    this.timeout = timeout;
    this.budget = budget;
  }

  /** The address that a browser or we go to for one of the table. */
  URI address(String url) {
    URI known = URI.create(url);
    return standIn
        .map(base -> URI.create(base + "/" + known.getHost() + known.getRawPath()))
        .orElse(known);
  }

  /**
   * Sends a request that may not be received twice: only a connection that never came about is
   * tried again.
   */
  JsonNode once(ProviderRequest request) {
    return attempt(request, false);
  }

  /** Sends a request that may be received twice, which makes up for a passing fault. */
  JsonNode repeatable(ProviderRequest request) {
    return attempt(request, true);
  }

  private JsonNode attempt(ProviderRequest request, boolean repeatable) {
    for (int tries = 1; ; tries++) {
      try {
        return read(send(request));
      } catch (ProviderException failure) {
        boolean neverSent =
            failure.getCause() instanceof ConnectException
                || failure.getCause() instanceof HttpConnectTimeoutException;
        boolean again = failure.reason() == Reason.DOWN && (repeatable || neverSent);
        if (!again || tries == TRIES) {
          throw failure;
        }
      }
    }
  }

  private HttpResponse<byte[]> send(ProviderRequest request) {
    Duration left = budget.remaining().minus(RESERVE);
    Duration longest = left.compareTo(timeout) < 0 ? left : timeout;
    if (longest.compareTo(LEAST) < 0) {
      throw new ProviderException(Reason.DOWN, "No time is left in this request to ask a provider");
    }
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(written(request), head -> new LimitedBody(LARGEST_ANSWER_BYTES));
    try {
      return answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      answer.cancel(true);
      throw new ProviderException(Reason.DOWN, "No answer came in time", late);
    } catch (ExecutionException failed) {
      throw translated(failed);
    } catch (InterruptedException stop) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new ProviderException(Reason.DOWN, "Interrupted while waiting for an answer", stop);
    }
  }

  private HttpRequest written(ProviderRequest request) {
    URI address = address(request.url());
    boolean form = request.method() == ProviderRequest.Method.POST;
    String parameters = request.encodedParameters();
    URI target = form || parameters.isEmpty() ? address : URI.create(address + "?" + parameters);
    HttpRequest.Builder written =
        HttpRequest.newBuilder(target).timeout(timeout).header("accept", "application/json");
    if (!request.authorization().isEmpty()) {
      written.header("authorization", request.authorization());
    }
    if (form) {
      written.header("content-type", "application/x-www-form-urlencoded;charset=utf-8");
    }
    return written
        .method(
            request.method().name(),
            form
                ? HttpRequest.BodyPublishers.ofString(parameters)
                : HttpRequest.BodyPublishers.noBody())
        .build();
  }

  private static ProviderException translated(ExecutionException failed) {
    Throwable cause = failed.getCause();
    for (Throwable at = cause; at != null; at = at.getCause()) {
      if (at instanceof LimitedBody.TooLongException tooLong) {
        return new ProviderException(Reason.ODD, String.valueOf(tooLong.getMessage()));
      }
    }
    return cause instanceof IOException
        ? new ProviderException(Reason.DOWN, "The connection failed", cause)
        : new ProviderException(Reason.ODD, "The exchange failed", cause);
  }

  private static JsonNode read(HttpResponse<byte[]> response) {
    int status = response.statusCode();
    if (status >= 500 || status == 429) {
      throw new ProviderException(Reason.DOWN, "It answered with HTTP " + status);
    }
    Optional<JsonNode> answer = object(response.body());
    if (status == 401 || status == 403) {
      throw new ProviderException(Reason.BARRED, refusal(status, answer));
    }
    if (status >= 400) {
      boolean passing =
          answer.map(node -> node.at("/error/is_transient").asBoolean()).orElse(false);
      throw new ProviderException(passing ? Reason.DOWN : Reason.REFUSED, refusal(status, answer));
    }
    if (status != 200 || answer.isEmpty()) {
      throw new ProviderException(
          Reason.ODD, "It answered HTTP " + status + " with no JSON object");
    }
    if (answer.get().hasNonNull("error")) {
      throw new ProviderException(Reason.REFUSED, refusal(status, answer));
    }
    return answer.get();
  }

  private static Optional<JsonNode> object(byte[] body) {
    try {
      return Optional.of(Json.tree(body)).filter(JsonNode::isObject);
    } catch (UncheckedIOException malformed) {
      return Optional.empty();
    }
  }

  /** Codes only: descriptions quote what was sent. */
  private static String refusal(int status, Optional<JsonNode> answer) {
    String code =
        answer
            .map(
                node -> {
                  JsonNode error =
                      node.path("error_code").isMissingNode()
                          ? node.path("error")
                          : node.path("error_code");
                  return error.isObject() ? error.path("code").asText() : error.asText();
                })
            .orElse("");
    return "It said no: HTTP " + status + (code.isEmpty() ? "" : ", " + printable(code));
  }

  /** A code as it may stand in a message: what does not look like one is not shown. */
  static String printable(String code) {
    return code.matches("[A-Za-z0-9_-]{1,40}") ? code : "?";
  }
}
