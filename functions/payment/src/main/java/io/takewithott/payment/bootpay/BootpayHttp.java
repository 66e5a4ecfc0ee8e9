package io.takewithott.payment.bootpay;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.core.http.client.LimitedBody;
import io.takewithott.core.json.Json;
import io.takewithott.core.lambda.Budget;
import io.takewithott.payment.bootpay.BootpayException.Outcome;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Requests to the provider: a deadline for the whole answer, a limit on its length, no redirects.
 * Only what changes nothing there is asked twice.
 */
final class BootpayHttp {
  private static final URI BOOTPAY = URI.create("https://api.bootpay.co.kr/v2/");
  private static final String STAND_IN_PATH = "/api.bootpay.co.kr/v2/";
  private static final String API_VERSION = "5.1.0";

  /** A list of receipts is the longest answer, and has a few of a few kilobytes. */
  private static final int LARGEST_ANSWER_BYTES = 512 * 1024;

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

  /** Kept back from a request's time, so that the outcome can still be stored and told. */
  private static final Duration RESERVE = Duration.ofSeconds(4);

  private static final Duration LEAST = Duration.ofMillis(100);
  private static final int TRIES = 2;

  private final URI base;
  private final Duration timeout;
  private final Keys keys;
  private final Budget budget;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_TIMEOUT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .proxy(HttpClient.Builder.NO_PROXY)
          .build();

  BootpayHttp(BootpayConfig config, Keys keys, Budget budget) {
    this.base =
        config.standIn().map(address -> URI.create(address + STAND_IN_PATH)).orElse(BOOTPAY);
    this.timeout = config.timeout();
    this.keys = keys;
    this.budget = budget;
  }

  /** Asks for something that changes nothing there; a second time if the first one fails. */
  JsonNode read(String path) {
    for (int tries = 1; ; tries++) {
      try {
        return answer(request("GET", path, null));
      } catch (BootpayException failure) {
        if (failure.outcome() == Outcome.REFUSED || tries == TRIES) {
          throw failure;
        }
      }
    }
  }

  /** Asks for something to be done. */
  JsonNode once(String method, String path, @Nullable Map<String, ?> body) {
    return answer(request(method, path, body));
  }

  private HttpRequest request(String method, String path, @Nullable Map<String, ?> body) {
    return HttpRequest.newBuilder(base.resolve(path))
        .timeout(timeout)
        .header("accept", "application/json")
        .header("content-type", "application/json")
        .header("authorization", keys.authorization())
        .header("bootpay-api-version", API_VERSION)
        .method(
            method,
            body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofByteArray(Json.bytes(body)))
        .build();
  }

  private JsonNode answer(HttpRequest request) {
    Duration left = budget.remaining().minus(RESERVE);
    Duration longest = left.compareTo(timeout) < 0 ? left : timeout;
    if (longest.compareTo(LEAST) < 0) {
      throw new BootpayException(Outcome.NOT_ASKED, "No time is left to ask the provider");
    }
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(request, head -> new LimitedBody(LARGEST_ANSWER_BYTES));
    try {
      return read(answer.get(longest.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException late) {
      answer.cancel(true);
      throw new BootpayException(Outcome.UNKNOWN, "The provider did not answer in time", late);
    } catch (ExecutionException failed) {
      throw translated(failed);
    } catch (InterruptedException stop) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new BootpayException(Outcome.UNKNOWN, "Interrupted while waiting", stop);
    }
  }

  private static BootpayException translated(ExecutionException failed) {
    Throwable cause = failed.getCause();
    boolean never =
        cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
    return never
        ? new BootpayException(Outcome.NOT_ASKED, "The provider cannot be reached", cause)
        : new BootpayException(Outcome.UNKNOWN, "The connection to the provider failed", cause);
  }

  private static JsonNode read(HttpResponse<byte[]> response) {
    int status = response.statusCode();
    if (status >= 500) {
      throw new BootpayException(Outcome.UNKNOWN, "The provider answered HTTP " + status);
    }
    if (status == 401 || status == 403 || status == 429) {
      throw new BootpayException(Outcome.NOT_ASKED, "The provider turned us away: HTTP " + status);
    }
    Optional<JsonNode> answer = json(response.body());
    if (status >= 400 || answer.filter(node -> node.hasNonNull("error_code")).isPresent()) {
      String code = answer.map(node -> node.path("error_code").asText("")).orElse("");
      String shown = code.matches("[A-Z0-9_]{1,60}") ? code : "no code";
      throw new BootpayException(
          Outcome.REFUSED, "The provider refused: HTTP " + status + ", " + shown);
    }
    if (status != 200 || answer.isEmpty()) {
      throw new BootpayException(
          Outcome.UNKNOWN, "The provider answered HTTP " + status + " with no JSON");
    }
    return answer.get();
  }

  private static Optional<JsonNode> json(byte[] body) {
    try {
      return Optional.of(Json.tree(body)).filter(JsonNode::isContainerNode);
    } catch (UncheckedIOException malformed) {
      return Optional.empty();
    }
  }
}
