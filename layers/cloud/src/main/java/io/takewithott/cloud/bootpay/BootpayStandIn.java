package io.takewithott.cloud.bootpay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.takewithott.cloud.bootpay.BootpayFaults.Ordered;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * {@code /api.bootpay.co.kr/v2/receipt/…} is what {@code https://api.bootpay.co.kr/v2/receipt/…} is
 * elsewhere, {@code /api.bootpay.co.kr/window} a pay window, and {@code /_local/bootpay} tells it
 * how to behave.
 */
public final class BootpayStandIn extends Handler.Abstract {
  private static final String HOST = "/api.bootpay.co.kr/";
  private static final String CONTROL = "/_local/bootpay";
  private static final int LARGEST_BYTES = 64 * 1024;

  /** These open nothing but this stand-in, like the AWS keys of this machine. */
  private static final String CLIENT_KEY = "local-bootpay-client";

  private static final String SECRET_KEY = "local-bootpay-secret";

  private final ObjectMapper mapper = new ObjectMapper();
  private final BootpayBook book = new BootpayBook();
  private final BootpayFaults faults = new BootpayFaults();
  private final BootpayApi api = new BootpayApi(book);
  private final BootpayWindow window = new BootpayWindow(book);
  private final BootpayControl control = new BootpayControl(book, faults);
  private final BootpayNotices notices;

  /**
   * @param notices where it tells of what happened; nowhere when empty
   */
  public BootpayStandIn(Optional<URI> notices) {
    this.notices = new BootpayNotices(notices);
  }

  /** The value of the secret with our keys. */
  public static String keys() {
    return "{\"clientKey\":\"" + CLIENT_KEY + "\",\"secretKey\":\"" + SECRET_KEY + "\"}";
  }

  public BootpayBook book() {
    return book;
  }

  public BootpayFaults faults() {
    return faults;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String path = Request.getPathInContext(request);
    if (path.startsWith(CONTROL)) {
      write(response, callback, control.answer(request, path.substring(CONTROL.length())));
    } else if (path.startsWith(HOST + "window")) {
      write(response, callback, window.answer(request));
    } else if (path.startsWith(HOST + "v2/")) {
      serve(request, path.substring((HOST + "v2/").length()), response, callback);
    } else {
      return false;
    }
    return true;
  }

  private void serve(Request request, String path, Response response, Callback callback)
      throws Exception {
    Optional<BootpayPlace> place = BootpayApi.place(request.getMethod(), path);
    if (!isAuthentic(request) || place.isEmpty()) {
      write(
          response,
          callback,
          BootpayAnswer.refused(place.isEmpty() ? 404 : 401, "RC_NOT_FOUND_OR_UNAUTHORIZED"));
      return;
    }
    JsonNode body = body(request);
    Optional<Ordered> ordered = faults.next(place.get());
    Optional<BootpayFault> fault = ordered.map(Ordered::fault);
    boolean late =
        fault
            .filter(one -> one == BootpayFault.LATE_BEFORE || one == BootpayFault.LATE_AFTER)
            .isPresent();
    BootpayAnswer answer =
        fault.filter(BootpayFault::preventsIt).isPresent()
            ? prevented(fault.get(), body)
            : api.answer(place.get(), path, body, fault);
    if (late) {
      Thread.sleep(ordered.get().millis());
    }
    if (fault.filter(BootpayFault.LOST::equals).isPresent()) {
      request.getConnectionMetaData().getConnection().getEndPoint().close();
      callback.succeeded();
    } else {
      write(response, callback, spoilt(answer, fault));
    }
    answer.changed().ifPresent(notices::send);
  }

  private BootpayAnswer prevented(BootpayFault fault, JsonNode body) {
    if (fault == BootpayFault.DECLINED) {
      book.decline(body.path("receipt_id").asText(""));
      return BootpayAnswer.refused(400, "RC_DECLINED");
    }
    return BootpayAnswer.refused(500, "INTERNAL");
  }

  private BootpayAnswer spoilt(BootpayAnswer answer, Optional<BootpayFault> fault) {
    if (fault.filter(BootpayFault.ERROR_AFTER::equals).isPresent()) {
      return BootpayAnswer.refused(500, "INTERNAL");
    }
    if (fault.filter(BootpayFault.MALFORMED::equals).isPresent()) {
      return BootpayAnswer.text(200, "application/json", "{\"receipt_id\":\"rc0\",\"status\":1");
    }
    return answer;
  }

  private static boolean isAuthentic(Request request) {
    String pair = CLIENT_KEY + ":" + SECRET_KEY;
    String expected =
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    return expected.equals(request.getHeaders().get(HttpHeader.AUTHORIZATION));
  }

  private JsonNode body(Request request) throws IOException {
    try (InputStream in = Content.Source.asInputStream(request)) {
      byte[] bytes = in.readNBytes(LARGEST_BYTES);
      return bytes.length == 0 ? mapper.createObjectNode() : mapper.readTree(bytes);
    }
  }

  private void write(Response response, Callback callback, BootpayAnswer answer)
      throws IOException {
    response.setStatus(answer.status());
    answer.headers().forEach(response.getHeaders()::put);
    byte[] bytes =
        answer.body() instanceof String text
            ? text.getBytes(StandardCharsets.UTF_8)
            : mapper.writeValueAsBytes(answer.body());
    response.write(true, ByteBuffer.wrap(bytes), callback);
  }

  /** The members of an answer that tells of a failure. */
  static Map<String, Object> error(String code) {
    return Map.of("error_code", code, "message", "refused by the stand-in");
  }
}
