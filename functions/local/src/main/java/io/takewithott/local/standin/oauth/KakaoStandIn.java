package io.takewithott.local.standin.oauth;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Kakao: numbers as ids, nested objects that may be null, errors with a KOE code. */
final class KakaoStandIn implements StandIn {
  private static final String NAME = "kakao";

  @Override
  public String provider() {
    return NAME;
  }

  @Override
  public Optional<Place> place(String hostAndPath) {
    return switch (hostAndPath) {
      case "kauth.kakao.com/oauth/authorize" -> Optional.of(Place.AUTHORIZE);
      case "kauth.kakao.com/oauth/token" -> Optional.of(Place.TOKEN);
      case "kapi.kakao.com/v2/user/me" -> Optional.of(Place.PROFILE);
      case "kapi.kakao.com/v1/user/unlink" -> Optional.of(Place.UNLINK);
      default -> Optional.empty();
    };
  }

  @Override
  public Optional<Answer> refusal(Call call) {
    if (!call.parameter("client_id").equals(LocalClient.id(NAME))) {
      return Optional.of(Answer.html(401, "KOE101 invalid client_id"));
    }
    if (!LocalClient.isRegistered(NAME, call.parameter("redirect_uri"))) {
      return Optional.of(Answer.html(400, "KOE006 redirect_uri is not registered"));
    }
    return call.parameter("response_type").equals("code")
        ? Optional.empty()
        : Optional.of(Answer.html(400, "KOE001 response_type"));
  }

  @Override
  public Map<String, String> denial() {
    return Map.of("error", "access_denied", "error_description", "User denied access");
  }

  @Override
  public String fragment() {
    return "";
  }

  @Override
  public Answer token(Call call, Ledger ledger, Optional<Fault> fault) {
    if (!call.method().equals("POST")) {
      return error(405, "invalid_request", "method", "KOE001");
    }
    if (!LocalClient.isAuthentic(call, NAME)) {
      return error(401, "invalid_client", "Bad client credentials", "KOE010");
    }
    Optional<Consent> consent = ledger.spend(call.parameter("code"));
    if (consent.isEmpty()) {
      return error(
          400,
          "invalid_grant",
          "authorization code not found for code=" + call.parameter("code"),
          "KOE320");
    }
    if (!consent.get().redirectUri().equals(call.parameter("redirect_uri"))) {
      return error(400, "invalid_grant", "Redirect URI mismatch.", "KOE303");
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("token_type", "bearer");
    answer.put("access_token", ledger.accessToken(consent.get()));
    answer.put("expires_in", 21_599);
    answer.put("refresh_token", ledger.refreshToken(consent.get()));
    answer.put("refresh_token_expires_in", 5_183_999);
    answer.put("scope", "account_email profile_nickname");
    answer.put("id_token", idToken(consent.get(), fault));
    return Answer.json(200, answer);
  }

  @Override
  public Answer profile(Call call, Ledger ledger, Optional<Fault> fault) {
    Optional<Consent> consent = ledger.ofAccessToken(call.bearer());
    if (consent.isEmpty()) {
      return Answer.json(401, Map.of("msg", "this access token does not exist", "code", -401));
    }
    Person person = consent.get().person();
    Map<String, Object> account = new LinkedHashMap<>();
    account.put("profile_nickname_needs_agreement", false);
    account.put("profile", Map.of("nickname", person.name(), "is_default_image", true));
    account.put("has_email", person.email() != null);
    account.put("email_needs_agreement", !consent.get().email());
    if (person.email() != null
        && consent.get().email()
        && !fault.filter(Fault.NO_EMAIL::equals).isPresent()) {
      boolean proven =
          person.emailProven() && !fault.filter(Fault.UNPROVEN_EMAIL::equals).isPresent();
      account.put("is_email_valid", true);
      account.put("is_email_verified", proven);
      account.put("email", person.email());
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("id", person.number(NAME));
    answer.put("connected_at", "2026-11-21T00:00:00Z");
    answer.put("properties", Map.of("nickname", person.name()));
    answer.put("kakao_account", account);
    return Answer.json(200, answer);
  }

  @Override
  public Answer unlink(Call call, Ledger ledger) {
    if (!call.authorization().equals("KakaoAK " + LocalClient.KAKAO_ADMIN_KEY)) {
      return Answer.json(401, Map.of("msg", "wrong appKey format", "code", -401));
    }
    for (String key : ledger.connected()) {
      long id = new Person(key, key, null, false).number(NAME);
      if (Long.toString(id).equals(call.parameter("target_id"))) {
        ledger.disconnect(key);
        return Answer.json(200, Map.of("id", id));
      }
    }
    return Answer.json(400, Map.of("msg", "NotRegisteredUserException", "code", -101));
  }

  @Override
  public Object error() {
    return Map.of(
        "error", "invalid_request", "error_description", "misconfigured", "error_code", "KOE003");
  }

  private static String idToken(Consent consent, Optional<Fault> fault) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", "https://kauth.kakao.com");
    claims.put("aud", LocalClient.id(NAME));
    claims.put("sub", Long.toString(consent.person().number(NAME)));
    claims.put(
        "nonce", fault.filter(Fault.WRONG_NONCE::equals).isPresent() ? "another" : consent.nonce());
    String signed =
        LocalClient.base64(Map.of("alg", "HS256", "typ", "JWT")) + "." + LocalClient.base64(claims);
    return signed + "." + LocalClient.base64(LocalClient.sign(signed, NAME));
  }

  private static Answer error(int status, String error, String description, String code) {
    return Answer.json(
        status, Map.of("error", error, "error_description", description, "error_code", code));
  }
}
