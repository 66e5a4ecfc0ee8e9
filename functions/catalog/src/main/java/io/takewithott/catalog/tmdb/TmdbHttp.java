package io.takewithott.catalog.tmdb;

import io.takewithott.catalog.tmdb.TmdbException.Reason;
import io.takewithott.core.http.client.LimitedBody;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One request and its answer: a deadline for the whole of it, a limit on its length, no redirects.
 * The token goes to the API's host alone.
 */
final class TmdbHttp {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

  private final Token token;
  private final Optional<URI> standIn;
  private final Duration timeout;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_TIMEOUT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .proxy(HttpClient.Builder.NO_PROXY)
          .build();

  /**
   * @param standIn where requests go instead; the real host becomes the first part of the path
   */
  TmdbHttp(Token token, Optional<URI> standIn, Duration timeout) {
    this.token = token;
    this.standIn = standIn;
    this.timeout = timeout;
  }

  /**
   * @param mostTime what is left for the answer, where that is less than one may take anyway
   * @throws TmdbException DOWN or ODD when there is no whole answer
   */
  Reply get(Host host, String path, int mostBytes, Duration mostTime) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(host.address(standIn, path)).timeout(timeout).GET();
    if (host == Host.API) {
      request
          .header("accept", "application/json")
          .header("authorization", "Bearer " + token.value());
    }
    Duration longest = mostTime.compareTo(timeout) < 0 ? mostTime : timeout;
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(request.build(), head -> new LimitedBody(mostBytes));
    try {
      HttpResponse<byte[]> response = answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
      return new Reply(
          response.statusCode(), response.body(), response.headers().firstValue("retry-after"));
    } catch (TimeoutException late) {
      answer.cancel(true);
      throw new TmdbException(Reason.DOWN, "No answer came in time", late);
    } catch (ExecutionException failed) {
      throw translated(failed);
    } catch (InterruptedException stop) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new TmdbException(Reason.NO_TIME, "Interrupted while waiting", stop);
    }
  }

  private static TmdbException translated(ExecutionException failed) {
    for (Throwable at = failed.getCause(); at != null; at = at.getCause()) {
      if (at instanceof LimitedBody.TooLongException) {
        return new TmdbException(Reason.ODD, "The answer is longer than any that we read", at);
      }
    }
    return new TmdbException(Reason.DOWN, "The connection failed", failed);
  }

  /** The hosts that are asked. */
  enum Host {
    API("https://api.themoviedb.org", "/3/"),
    IMAGES("https://image.tmdb.org", "/t/p/");

    private final URI real;
    private final String path;

    Host(String real, String path) {
      this.real = URI.create(real);
      this.path = path;
    }

    private URI address(Optional<URI> standIn, String rest) {
      String base = standIn.map(given -> given + "/" + real.getHost()).orElse(real.toString());
      return URI.create(base + path + rest);
    }
  }

  record Reply(int status, byte[] body, Optional<String> retryAfter) {}
}
