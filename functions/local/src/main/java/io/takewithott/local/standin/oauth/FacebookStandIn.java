package io.takewithott.local.standin.oauth;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Facebook: a version in every path, PKCE, proofs of the app's secret, an error object. */
final class FacebookStandIn implements StandIn {
  private static final String NAME = "facebook";
  private static final Pattern PATH =
      Pattern.compile(
          "(?:www|graph)\\.facebook\\.com/v[0-9]+\\.[0-9]/"
              + "(?<rest>dialog/oauth|oauth/access_token|me|[0-9]+/permissions)");

  @Override
  public String provider() {
    return NAME;
  }

  @Override
  public Optional<Place> place(String hostAndPath) {
    Matcher path = PATH.matcher(hostAndPath);
    if (!path.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (path.group("rest")) {
          case "dialog/oauth" -> Place.AUTHORIZE;
          case "oauth/access_token" -> Place.TOKEN;
          case "me" -> Place.PROFILE;
          default -> Place.UNLINK;
        });
  }

  @Override
  public Optional<Answer> refusal(Call call) {
    if (!call.parameter("client_id").equals(LocalClient.id(NAME))) {
      return Optional.of(Answer.html(400, "Invalid App ID"));
    }
    return LocalClient.isRegistered(NAME, call.parameter("redirect_uri"))
        ? Optional.empty()
        : Optional.of(Answer.html(400, "URL blocked: not a valid OAuth redirect URI"));
  }

  @Override
  public Map<String, String> denial() {
    return Map.of(
        "error", "access_denied",
        "error_code", "200",
        "error_description", "Permissions error",
        "error_reason", "user_denied");
  }

  @Override
  public String fragment() {
    return "#_=_";
  }

  @Override
  public Answer token(Call call, Ledger ledger, Optional<Fault> fault) {
    if (!LocalClient.isAuthentic(call, NAME)) {
      return error("Error validating client secret.", 1);
    }
    Optional<Consent> consent = ledger.spend(call.parameter("code"));
    if (consent.isEmpty()) {
      return error("This authorization code has been used.", 100);
    }
    if (!consent.get().redirectUri().equals(call.parameter("redirect_uri"))) {
      return error("Error validating verification code: redirect_uri is not identical.", 100);
    }
    if (!consent.get().challenge().isEmpty()
        && !LocalClient.proves(call.parameter("code_verifier"), consent.get().challenge())) {
      return error("Code verifier does not match.", 100);
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("access_token", ledger.accessToken(consent.get()));
    answer.put("token_type", "bearer");
    answer.put("expires_in", 5_183_944);
    return Answer.json(200, answer);
  }

  @Override
  public Answer profile(Call call, Ledger ledger, Optional<Fault> fault) {
    Optional<Consent> consent = ledger.ofAccessToken(call.bearer());
    if (consent.isEmpty()) {
      return error("Invalid OAuth access token.", 190);
    }
    if (!isProven(call)) {
      return error("Invalid appsecret_proof provided in the API argument", 100);
    }
    Person person = consent.get().person();
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("id", id(person));
    answer.put("name", person.name());
    if (person.email() != null
        && consent.get().email()
        && call.parameter("fields").contains("email")
        && !fault.filter(Fault.NO_EMAIL::equals).isPresent()) {
      answer.put("email", person.email());
    }
    return Answer.json(200, answer);
  }

  @Override
  public Answer unlink(Call call, Ledger ledger) {
    String appToken = LocalClient.id(NAME) + "|" + LocalClient.secret(NAME);
    if (!call.method().equals("DELETE") || !call.bearer().equals(appToken) || !isProven(call)) {
      return error("An access token is required to request this resource.", 104);
    }
    for (String key : ledger.connected()) {
      if (call.path().contains("/" + id(new Person(key, key, null, false)) + "/")) {
        ledger.disconnect(key);
        return Answer.json(200, Map.of("success", true));
      }
    }
    return error("Unsupported delete request: the object does not exist.", 100);
  }

  @Override
  public Object error() {
    return errorBody("An unknown error has occurred.", 1);
  }

  /** The app-scoped id. */
  static String id(Person person) {
    return "10203" + String.format("%012d", person.number(NAME));
  }

  /** What Facebook posts when somebody wants their data deleted. */
  static String signedRequest(Person person, long issuedAtEpochSeconds) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("algorithm", "HMAC-SHA256");
    claims.put("issued_at", issuedAtEpochSeconds);
    claims.put("user_id", id(person));
    String payload = LocalClient.base64(claims);
    return LocalClient.base64(LocalClient.sign(payload, NAME)) + "." + payload;
  }

  private static boolean isProven(Call call) {
    return call.parameter("appsecret_proof").equals(LocalClient.hexSignature(call.bearer(), NAME));
  }

  private static Answer error(String message, int code) {
    return Answer.json(400, errorBody(message, code));
  }

  private static Map<String, Object> errorBody(String message, int code) {
    return Map.of(
        "error",
        Map.of("message", message, "type", "OAuthException", "code", code, "fbtrace_id", "local"));
  }
}
