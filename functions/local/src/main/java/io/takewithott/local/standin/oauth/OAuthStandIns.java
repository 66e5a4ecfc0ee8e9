package io.takewithott.local.standin.oauth;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.FormFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/**
 * All stand-ins behind one handler: {@code /kauth.kakao.com/oauth/token} is what {@code
 * https://kauth.kakao.com/oauth/token} is elsewhere. {@code /_local/standins} tells them how to
 * behave.
 */
public final class OAuthStandIns extends Handler.Abstract {
  private static final int HUGE_BYTES = 1 << 20;

  private final List<Desk> desks =
      List.of(
          new Desk(new KakaoStandIn()),
          new Desk(new NaverStandIn()),
          new Desk(new FacebookStandIn()));
  private final StandInControl control;

  public OAuthStandIns(InstantSource clock) {
    this.control = new StandInControl(desks, clock);
  }

  /** The value of the secret with our registrations at the stand-ins. */
  public static String registrations() {
    return LocalClient.registrations();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String path = Request.getPathInContext(request).substring(1);
    if (path.startsWith(StandInControl.PREFIX)) {
      write(response, callback, control.answer(call(request, path)));
      return true;
    }
    for (Desk desk : desks) {
      Optional<Place> place = desk.standIn.place(path);
      if (place.isPresent()) {
        serve(desk, place.get(), request, response, callback);
        return true;
      }
    }
    return false;
  }

  private static void serve(
      Desk desk, Place asked, Request request, Response response, Callback callback)
      throws Exception {
    Call call = call(request, Request.getPathInContext(request).substring(1));
    Place place = isNaverDelete(asked, call) ? Place.UNLINK : asked;
    Optional<Faults.Ordered> ordered = desk.faults.next(place);
    Optional<Fault> fault = ordered.map(Faults.Ordered::fault);
    if (fault.filter(Fault.SLOW::equals).isPresent()) {
      Thread.sleep(ordered.get().millis());
    }
    Optional<Answer> wrong = fault.flatMap(kind -> wrong(kind, desk.standIn));
    Answer answer = wrong.isPresent() ? wrong.get() : right(desk, place, call, fault);
    if (fault.filter(Fault.LOST::equals).isPresent()) {
      request.getConnectionMetaData().getConnection().getEndPoint().close();
      callback.succeeded();
      return;
    }
    write(response, callback, answer);
  }

  private static Answer right(Desk desk, Place place, Call call, Optional<Fault> fault) {
    return switch (place) {
      case AUTHORIZE -> authorize(desk, call);
      case TOKEN -> desk.standIn.token(call, desk.ledger, fault);
      case PROFILE -> desk.standIn.profile(call, desk.ledger, fault);
      case UNLINK -> desk.standIn.unlink(call, desk.ledger);
    };
  }

  private static Optional<Answer> wrong(Fault fault, StandIn standIn) {
    return switch (fault) {
      case ERROR -> Optional.of(Answer.json(500, standIn.error()));
      case ERROR_AS_OK -> Optional.of(Answer.json(200, standIn.error()));
      case MALFORMED ->
          Optional.of(
              new Answer(
                  200,
                  Map.of("content-type", "application/json"),
                  "{\"access_token\":\"abc\",\"id\":1".getBytes(StandardCharsets.UTF_8)));
      case HUGE ->
          Optional.of(Answer.json(200, Map.of("access_token", "x".repeat(HUGE_BYTES), "id", 1)));
      case REDIRECT -> Optional.of(Answer.redirect("/" + StandInControl.PREFIX + "/trap"));
      case SLOW, LOST, NO_EMAIL, UNPROVEN_EMAIL, WRONG_NONCE -> Optional.empty();
    };
  }

  private static Answer authorize(Desk desk, Call call) {
    Optional<Answer> refusal = desk.standIn.refusal(call);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (!call.method().equals("POST")) {
      return Answer.html(200, ConsentPage.of(desk.standIn.provider()));
    }
    Map<String, String> back = new TreeMap<>();
    back.put("state", call.query().getOrDefault("state", ""));
    Optional<Person> person = Person.chosen(call.form());
    if (!"agree".equals(call.form().get("decision")) || person.isEmpty()) {
      back.putAll(desk.standIn.denial());
    } else {
      back.put("code", desk.ledger.code(consent(call, person.get())));
    }
    String location = call.query().get("redirect_uri") + "?" + encode(back);
    return Answer.redirect(location + desk.standIn.fragment());
  }

  private static Consent consent(Call call, Person person) {
    return new Consent(
        person,
        call.form().containsKey("shareEmail"),
        call.query().getOrDefault("redirect_uri", ""),
        call.query().getOrDefault("state", ""),
        call.query().getOrDefault("nonce", ""),
        call.query().getOrDefault("code_challenge", ""));
  }

  /** Naver ends a connection at the address of its tokens. */
  private static boolean isNaverDelete(Place asked, Call call) {
    return asked == Place.TOKEN && call.parameter("grant_type").equals("delete");
  }

  private static Call call(Request request, String path) throws Exception {
    String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
    Map<String, String> form = new HashMap<>();
    if (type != null && type.startsWith("application/x-www-form-urlencoded")) {
      form = single(FormFields.getFields(request));
    } else {
      Content.Source.asByteBuffer(request);
    }
    String authorization = request.getHeaders().get(HttpHeader.AUTHORIZATION);
    return new Call(
        request.getMethod(),
        path,
        single(Request.extractQueryParameters(request, StandardCharsets.UTF_8)),
        form,
        authorization == null ? "" : authorization);
  }

  private static Map<String, String> single(Fields fields) {
    Map<String, String> values = new HashMap<>();
    fields.forEach(field -> values.put(field.getName(), field.getValue()));
    return values;
  }

  private static String encode(Map<String, String> parameters) {
    StringBuilder query = new StringBuilder();
    parameters.forEach(
        (name, value) ->
            query
                .append(query.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return query.toString();
  }

  private static void write(Response response, Callback callback, Answer answer) {
    response.setStatus(answer.status());
    answer.headers().forEach(response.getHeaders()::put);
    response.write(true, ByteBuffer.wrap(answer.body()), callback);
  }

  /** One provider with what it remembers and how it was told to misbehave. */
  record Desk(StandIn standIn, Ledger ledger, Faults faults) {
    Desk(StandIn standIn) {
      this(standIn, new Ledger(), new Faults());
    }
  }
}
