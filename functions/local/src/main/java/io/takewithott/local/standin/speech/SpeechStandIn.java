package io.takewithott.local.standin.speech;

import io.takewithott.core.json.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/**
 * CLOVA Speech Recognition on this machine, at its real path below its real host's name. It hears
 * whatever it was told last: {@code POST /_local/standins/clova/hears?text=…}; {@code POST
 * /_local/standins/clova/{fault}?times=2&millis=7000} has it misbehave, {@code DELETE
 * /_local/standins/clova} behave, and {@code GET} tells how often it was asked.
 */
public final class SpeechStandIn extends Handler.Abstract {
  /** These open nothing but this machine's own stand-in. */
  private static final String KEY_ID = "local-clova-id";

  private static final String KEY = "local-clova-key";
  private static final String PATH = "/naveropenapi.apigw.ntruss.com/recog/v1/stt";
  private static final String CONTROL = "/_local/standins/clova";
  private static final List<String> LANGUAGES = List.of("Kor", "Eng", "Jpn", "Chn");
  private static final int HUGE_LETTERS = 1 << 20;
  private static final int DEFAULT_MILLIS = 15_000;

  private String hears = "날 쏘고 가라";
  private Optional<SpeechFault> fault = Optional.empty();
  private int times;
  private int millis;
  private int asked;

  /** What a person would put into a new stack's secret. */
  public static String credentials() {
    return Json.text(Map.of("clova", Map.of("keyId", KEY_ID, "key", KEY)));
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String path = Request.getPathInContext(request);
    if (path.startsWith(CONTROL)) {
      control(request, path.substring(CONTROL.length()), response, callback);
      return true;
    }
    if (!path.equals(PATH)) {
      return false;
    }
    ByteBuffer audio = Content.Source.asByteBuffer(request);
    Ordered ordered = next();
    if (ordered.is(SpeechFault.SLOW)) {
      Thread.sleep(ordered.millis);
    }
    if (ordered.is(SpeechFault.LOST)) {
      request.getConnectionMetaData().getConnection().getEndPoint().close();
      callback.succeeded();
      return true;
    }
    if (ordered.is(SpeechFault.REDIRECT)) {
      response.getHeaders().put("location", CONTROL);
    }
    Answer answer =
        ordered.fault.flatMap(this::wrong).orElseGet(() -> right(request, audio.remaining()));
    write(response, callback, answer);
    return true;
  }

  private Answer right(Request request, int bytes) {
    if (!KEY_ID.equals(request.getHeaders().get("X-NCP-APIGW-API-KEY-ID"))
        || !KEY.equals(request.getHeaders().get("X-NCP-APIGW-API-KEY"))) {
      return error(401, "200", "Authentication Failed");
    }
    if (!"application/octet-stream".equals(request.getHeaders().get("content-type"))) {
      return error(400, "STT002", "Invalid Content Type");
    }
    if (!LANGUAGES.contains(parameter(request, "lang"))) {
      return error(400, "STT005", "Invalid Language");
    }
    return bytes == 0 ? error(400, "STT003", "Empty Sound Data") : heard();
  }

  private synchronized Answer heard() {
    return new Answer(200, Json.text(Map.of("text", hears)));
  }

  private Optional<Answer> wrong(SpeechFault wrong) {
    return switch (wrong) {
      case ERROR -> Optional.of(error(500, "STT999", "Internal Server Error"));
      case THROTTLED -> Optional.of(error(429, "400", "Quota Exceeded"));
      case BARRED -> Optional.of(error(401, "200", "Authentication Failed"));
      case TOO_LONG -> Optional.of(error(400, "STT001", "Exceed Sound Data length"));
      case MALFORMED -> Optional.of(new Answer(200, "{\"text\":\"날 쏘"));
      case NO_TEXT -> Optional.of(new Answer(200, "{\"result\":[]}"));
      case HUGE ->
          Optional.of(new Answer(200, Json.text(Map.of("text", "가".repeat(HUGE_LETTERS)))));
      case REDIRECT -> Optional.of(new Answer(302, ""));
      case SLOW, LOST -> Optional.empty();
    };
  }

  private static Answer error(int status, String code, String message) {
    return new Answer(
        status, Json.text(Map.of("error", Map.of("errorCode", code, "message", message))));
  }

  private synchronized Ordered next() {
    asked++;
    if (times < 1) {
      return new Ordered(Optional.empty(), 0);
    }
    times--;
    return new Ordered(fault, millis);
  }

  private synchronized void control(
      Request request, String rest, Response response, Callback callback) {
    if (request.getMethod().equals("DELETE")) {
      times = 0;
      asked = 0;
    } else if (request.getMethod().equals("POST") && rest.equals("/hears")) {
      hears = parameter(request, "text");
    } else if (request.getMethod().equals("POST") && rest.length() > 1) {
      fault = SpeechFault.named(rest.substring(1));
      times = fault.isPresent() ? number(request, "times", 1) : 0;
      millis = number(request, "millis", DEFAULT_MILLIS);
    }
    write(response, callback, new Answer(200, Json.text(Map.of("asked", asked, "times", times))));
  }

  private static String parameter(Request request, String name) {
    Fields fields = Request.extractQueryParameters(request, StandardCharsets.UTF_8);
    String value = fields.getValue(name);
    return value == null ? "" : value;
  }

  private static int number(Request request, String name, int otherwise) {
    String text = parameter(request, name);
    return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : otherwise;
  }

  private static void write(Response response, Callback callback, Answer answer) {
    response.setStatus(answer.status);
    response.getHeaders().put("content-type", "application/json");
    response.write(true, ByteBuffer.wrap(answer.body.getBytes(StandardCharsets.UTF_8)), callback);
  }

  private record Answer(int status, String body) {}

  private record Ordered(Optional<SpeechFault> fault, int millis) {
    boolean is(SpeechFault one) {
      return fault.filter(one::equals).isPresent();
    }
  }
}
