package io.takewithott.catalog.speech;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.catalog.speech.SpeechException.Reason;
import io.takewithott.core.http.client.LimitedBody;
import io.takewithott.core.json.Json;
import io.takewithott.core.lambda.Budget;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.function.Supplier;

/**
 * Naver Cloud's CLOVA Speech Recognition: audio of up to a minute in one POST, its text in JSON. A
 * request is sent once, for each is paid for. A deadline for the whole answer, a limit on its
 * length, no redirects followed.
 */
final class ClovaSpeech implements SpeechToText {
  private static final String HOST = "https://naveropenapi.apigw.ntruss.com";
  private static final String PATH = "/recog/v1/stt?lang=";
  private static final String KEY_ID = "X-NCP-APIGW-API-KEY-ID";
  private static final String KEY = "X-NCP-APIGW-API-KEY";

  /** A minute of talk is a few kilobytes of text. */
  private static final int LARGEST_ANSWER_BYTES = 64 * 1024;

  private static final int LONGEST_TEXT = 1000;
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration RESERVE = Duration.ofSeconds(2);
  private static final Duration LEAST = Duration.ofMillis(200);

  private final URI address;
  private final Supplier<Optional<ClovaKey>> key;
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
   * @param standIn where requests go instead; the real host becomes the first part of the path
   * @param key asked for with every request, for it may change
   * @param timeout what one answer may take
   */
  ClovaSpeech(
      Optional<URI> standIn, Supplier<Optional<ClovaKey>> key, Duration timeout, Budget budget) {
    URI real = URI.create(HOST);
    this.address = standIn.map(base -> URI.create(base + "/" + real.getHost())).orElse(real);
    this.key = key;
    this.timeout = timeout;
    this.budget = budget;
  }

  @Override
  public String hear(byte[] audio, SpokenLanguage language) {
    ClovaKey credentials =
        key.get()
            .orElseThrow(
                () -> new SpeechException(Reason.NOT_CONFIGURED, "There are no credentials"));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + PATH + language.clovaCode()))
            .timeout(timeout)
            .header("content-type", "application/octet-stream")
            .header("accept", "application/json")
            .header(KEY_ID, credentials.keyId())
            .header(KEY, credentials.key())
            .POST(HttpRequest.BodyPublishers.ofByteArray(audio))
            .build();
    return text(send(request));
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    Duration left = budget.remaining().minus(RESERVE);
    Duration longest = left.compareTo(timeout) < 0 ? left : timeout;
    if (longest.compareTo(LEAST) < 0) {
      throw new SpeechException(Reason.DOWN, "No time is left in this request");
    }
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(request, head -> new LimitedBody(LARGEST_ANSWER_BYTES));
    try {
      return answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      answer.cancel(true);
      throw new SpeechException(Reason.DOWN, "No answer came in time", late);
    } catch (ExecutionException failed) {
      throw translated(failed);
    } catch (InterruptedException stop) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new SpeechException(Reason.DOWN, "Interrupted while waiting", stop);
    }
  }

  private static SpeechException translated(ExecutionException failed) {
    for (Throwable at = failed.getCause(); at != null; at = at.getCause()) {
      if (at instanceof LimitedBody.TooLongException) {
        return new SpeechException(
            Reason.ODD, "The answer is longer than " + LARGEST_ANSWER_BYTES + " bytes", at);
      }
    }
    return failed.getCause() instanceof IOException
        ? new SpeechException(Reason.DOWN, "The connection failed", failed)
        : new SpeechException(Reason.ODD, "The exchange failed", failed);
  }

  private static String text(HttpResponse<byte[]> response) {
    int status = response.statusCode();
    if (status == 401 || status == 403) {
      throw new SpeechException(Reason.BARRED, "It does not take our credentials");
    }
    if (status >= 500 || status == 429) {
      throw new SpeechException(Reason.DOWN, "It answered with HTTP " + status);
    }
    if (status >= 400) {
      throw new SpeechException(Reason.REFUSED, "It refused the audio with HTTP " + status);
    }
    JsonNode text = status == 200 ? tree(response.body()).path("text") : Json.mapper().nullNode();
    if (!text.isTextual()) {
      throw new SpeechException(Reason.ODD, "It answered HTTP " + status + " without a text");
    }
    String said = text.asText().strip();
    return said.length() <= LONGEST_TEXT ? said : said.substring(0, LONGEST_TEXT);
  }

  private static JsonNode tree(byte[] body) {
    try {
      return Json.tree(body);
    } catch (UncheckedIOException malformed) {
      throw new SpeechException(Reason.ODD, "Its answer is not JSON", malformed);
    }
  }

  /** What Naver Cloud knows us by. */
  record ClovaKey(String keyId, String key) {
    @Override
    public String toString() {
      return "ClovaKey[…]";
    }
  }
}
