package io.takewithott.cloud.tmdb;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * {@code /api.themoviedb.org/3/movie/1} is what {@code https://api.themoviedb.org/3/movie/1} is
 * elsewhere, {@code /image.tmdb.org/t/p/…} has a picture for every title, and {@code
 * /_local/standins/tmdb} tells it how to behave.
 */
public final class TmdbStandIn extends Handler.Abstract {
  private static final String API = "/api.themoviedb.org/3/";
  private static final String IMAGES = "/image.tmdb.org/t/p/";
  private static final String CONTROL = "/_local/standins/tmdb";

  /** It opens nothing but this stand-in. */
  private static final String TOKEN = "local-tmdb-token";

  private static final int HUGE_BYTES = 8 << 20;

  /** The beginning of a JPEG, and nothing that could be looked at. */
  private static final byte[] PICTURE = {
    (byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0
  };

  private final TmdbBook book = new TmdbBook();
  private final TmdbFaults faults;
  private final TmdbAnswers answers = new TmdbAnswers(book);
  private final TmdbControl control;

  public TmdbStandIn(List<TmdbTitle> titles, InstantSource clock) {
    book.put(titles);
    this.faults = new TmdbFaults(clock);
    this.control = new TmdbControl(book, faults, clock);
  }

  /** The value of the secret with our token. */
  public static String credentials() {
    return "{\"token\":\"" + TOKEN + "\"}";
  }

  public TmdbBook book() {
    return book;
  }

  public TmdbFaults faults() {
    return faults;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String path = Request.getPathInContext(request);
    if (path.startsWith(CONTROL)) {
      write(
          response,
          callback,
          control.answer(request.getMethod(), path.substring(CONTROL.length()), query(request)));
      return true;
    }
    if (!path.startsWith(API) && !path.startsWith(IMAGES)) {
      return false;
    }
    Optional<TmdbFault> fault = faults.next(request.getHttpURI().getPathQuery());
    if (fault.filter(TmdbFault.SLOW::equals).isPresent()) {
      Thread.sleep(faults.slowMillis());
    }
    if (fault.filter(TmdbFault.LOST::equals).isPresent()) {
      request.getConnectionMetaData().getConnection().getEndPoint().close();
      callback.succeeded();
      return true;
    }
    write(response, callback, fault.flatMap(this::wrong).orElseGet(() -> right(request, path)));
    return true;
  }

  private TmdbAnswer right(Request request, String path) {
    if (path.startsWith(IMAGES)) {
      return new TmdbAnswer(200, Map.of("content-type", "image/jpeg"), PICTURE);
    }
    if (!("Bearer " + TOKEN).equals(request.getHeaders().get(HttpHeader.AUTHORIZATION))) {
      return TmdbAnswer.error(401, 7, "Invalid API key: You must be granted a valid key.");
    }
    return answers.of(path.substring(API.length()), query(request));
  }

  private Optional<TmdbAnswer> wrong(TmdbFault fault) {
    return switch (fault) {
      case THROTTLED -> Optional.of(throttled());
      case ERROR -> Optional.of(TmdbAnswer.error(500, 11, "Internal error."));
      case BARRED -> Optional.of(TmdbAnswer.error(401, 7, "Invalid API key."));
      case MALFORMED -> Optional.of(text("{\"id\":1,\"title\":\"반쯤"));
      case HUGE -> Optional.of(huge());
      case REDIRECT -> Optional.of(new TmdbAnswer(302, Map.of("location", CONTROL), new byte[0]));
      case SLOW, LOST -> Optional.empty();
    };
  }

  private TmdbAnswer throttled() {
    TmdbAnswer answer = TmdbAnswer.error(429, 25, "Your request count is over the allowed limit.");
    Map<String, String> headers = new HashMap<>(answer.headers());
    headers.put("retry-after", Integer.toString(faults.retryAfterSeconds()));
    return new TmdbAnswer(answer.status(), headers, answer.body());
  }

  private static TmdbAnswer huge() {
    byte[] body = new byte[HUGE_BYTES];
    Arrays.fill(body, (byte) ' ');
    return new TmdbAnswer(200, Map.of("content-type", "application/json"), body);
  }

  private static TmdbAnswer text(String json) {
    return new TmdbAnswer(
        200, Map.of("content-type", "application/json"), json.getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, String> query(Request request) {
    Map<String, String> query = new HashMap<>();
    Request.extractQueryParameters(request, StandardCharsets.UTF_8)
        .forEach(field -> query.put(field.getName(), field.getValue()));
    return query;
  }

  private static void write(Response response, Callback callback, TmdbAnswer answer) {
    response.setStatus(answer.status());
    answer.headers().forEach(response.getHeaders()::put);
    response.write(true, ByteBuffer.wrap(answer.body()), callback);
  }
}
