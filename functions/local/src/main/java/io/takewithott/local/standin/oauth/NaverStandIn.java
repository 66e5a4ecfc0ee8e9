package io.takewithott.local.standin.oauth;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Naver: everything with HTTP 200, errors as well; numbers as text; an envelope round a person. */
final class NaverStandIn implements StandIn {
  private static final String NAME = "naver";

  @Override
  public String provider() {
    return NAME;
  }

  @Override
  public Optional<Place> place(String hostAndPath) {
    return switch (hostAndPath) {
      case "nid.naver.com/oauth2.0/authorize" -> Optional.of(Place.AUTHORIZE);
      case "nid.naver.com/oauth2.0/token" -> Optional.of(Place.TOKEN);
      case "openapi.naver.com/v1/nid/me" -> Optional.of(Place.PROFILE);
      default -> Optional.empty();
    };
  }

  @Override
  public Optional<Answer> refusal(Call call) {
    boolean right =
        call.parameter("client_id").equals(LocalClient.id(NAME))
            && call.parameter("response_type").equals("code")
            && !call.parameter("state").isEmpty()
            && LocalClient.isRegistered(NAME, call.parameter("redirect_uri"));
    return right
        ? Optional.empty()
        : Optional.of(Answer.html(200, "페이지를 표시할 수 없습니다: client_id, redirect_uri 또는 state"));
  }

  @Override
  public Map<String, String> denial() {
    return Map.of("error", "access_denied", "error_description", "Canceled By User");
  }

  @Override
  public String fragment() {
    return "";
  }

  /** One address for getting, renewing and deleting tokens. */
  @Override
  public Answer token(Call call, Ledger ledger, Optional<Fault> fault) {
    if (!LocalClient.isAuthentic(call, NAME)) {
      return error("invalid_client", "wrong client id / client secret pair");
    }
    return switch (call.parameter("grant_type")) {
      case "authorization_code" ->
          ledger
              .spend(call.parameter("code"))
              .filter(consent -> consent.state().equals(call.parameter("state")))
              .map(consent -> tokens(consent, ledger, true))
              .orElseGet(() -> error("invalid_request", "no valid data in session"));
      case "refresh_token" ->
          ledger
              .ofRefreshToken(call.parameter("refresh_token"))
              .map(consent -> tokens(consent, ledger, false))
              .orElseGet(() -> error("invalid_request", "invalid refresh_token"));
      case "delete" -> unlink(call, ledger);
      default -> error("unsupported_grant_type", "grant_type");
    };
  }

  @Override
  public Answer profile(Call call, Ledger ledger, Optional<Fault> fault) {
    Optional<Consent> consent = ledger.ofAccessToken(call.bearer());
    if (consent.isEmpty()) {
      return Answer.json(401, Map.of("resultcode", "024", "message", "Authentication failed"));
    }
    Person person = consent.get().person();
    Map<String, Object> response = new LinkedHashMap<>();
    response.put("id", person.token(NAME));
    response.put("nickname", person.name());
    response.put("profile_image", "https://ssl.pstatic.net/static/pwe/address/nodata_33x33.gif");
    if (person.email() != null
        && consent.get().email()
        && !fault.filter(Fault.NO_EMAIL::equals).isPresent()) {
      response.put("email", person.email());
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("resultcode", "00");
    answer.put("message", "success");
    answer.put("response", response);
    return Answer.json(200, answer);
  }

  /** Says success of a token that is not valid as well, as the real one does. */
  @Override
  public Answer unlink(Call call, Ledger ledger) {
    String token = call.parameter("access_token");
    ledger.ofAccessToken(token).ifPresent(consent -> ledger.disconnect(consent.person().key()));
    return Answer.json(200, Map.of("access_token", token, "result", "success"));
  }

  @Override
  public Object error() {
    return Map.of("error", "invalid_request", "error_description", "no valid data in session");
  }

  private static Answer tokens(Consent consent, Ledger ledger, boolean first) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("access_token", ledger.accessToken(consent));
    if (first) {
      answer.put("refresh_token", ledger.refreshToken(consent));
    }
    answer.put("token_type", "bearer");
    answer.put("expires_in", "3600");
    return Answer.json(200, answer);
  }

  private static Answer error(String error, String description) {
    return Answer.json(200, Map.of("error", error, "error_description", description));
  }
}
