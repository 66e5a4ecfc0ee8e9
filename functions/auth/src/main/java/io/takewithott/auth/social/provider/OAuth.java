package io.takewithott.auth.social.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.auth.social.provider.ProviderException.Reason;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The authorization code flow with any provider of the table. */
public final class OAuth {
  private final ProviderHttp http;

  public OAuth(ProviderHttp http) {
    this.http = http;
  }

  /** Where a browser is sent to be asked for consent. */
  public URI authorizeUrl(Provider provider, Registration registration, Authorization asking) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("response_type", "code");
    query.put("client_id", registration.clientId());
    query.put("redirect_uri", asking.redirectUri());
    query.put("state", asking.state());
    if (!provider.scopes().isEmpty()) {
      query.put("scope", String.join(provider.scopeSeparator(), provider.scopes()));
    }
    if (provider.nonce()) {
      query.put("nonce", asking.nonce());
    }
    if (provider.proofKey()) {
      query.put("code_challenge", challenge(asking.verifier()));
      query.put("code_challenge_method", "S256");
    }
    return URI.create(http.address(provider.authorizeUrl()) + "?" + ProviderRequest.encode(query));
  }

  /**
   * Exchanges the code, once, and asks who came.
   *
   * @throws ProviderException after which the person has to begin again
   */
  public Visitor visitor(
      Provider provider, Registration registration, Authorization asking, String code) {
    Tokens tokens = exchange(provider, registration, asking, code);
    if (provider.nonce() && tokens.idToken() != null) {
      IdToken.check(tokens.idToken(), registration.clientId(), asking.nonce());
    }
    Profile profile = profile(provider, registration, tokens.accessToken());
    return new Visitor(profile, provider.unlinkWantsUserToken() ? tokens.refreshToken() : null);
  }

  /**
   * Ends a person's connection.
   *
   * @param grant what was kept for it; without it nothing can be done where one is wanted
   * @return whether the provider was asked
   */
  public boolean unlink(
      Provider provider, Registration registration, String providerUserId, @Nullable String grant) {
    if (provider.unlinkWantsUserToken() && grant == null) {
      return false;
    }
    String userToken = grant == null ? "" : refreshed(provider, registration, grant);
    Optional<ProviderRequest> request =
        provider.unlink().of(registration, providerUserId, userToken);
    request.ifPresent(http::repeatable);
    return request.isPresent();
  }

  private Tokens exchange(
      Provider provider, Registration registration, Authorization asking, String code) {
    Map<String, String> form = credentials(registration);
    form.put("grant_type", "authorization_code");
    form.put("redirect_uri", asking.redirectUri());
    form.put("code", code);
    if (provider.tokenWantsState()) {
      form.put("state", asking.state());
    }
    if (provider.proofKey()) {
      form.put("code_verifier", asking.verifier());
    }
    return tokens(http.once(tokenRequest(provider, form)));
  }

  private String refreshed(Provider provider, Registration registration, String refreshToken) {
    Map<String, String> form = credentials(registration);
    form.put("grant_type", "refresh_token");
    form.put("refresh_token", refreshToken);
    return tokens(http.repeatable(tokenRequest(provider, form))).accessToken();
  }

  private Profile profile(Provider provider, Registration registration, String accessToken) {
    Map<String, String> query = new LinkedHashMap<>(provider.profileParameters());
    if (provider.appSecretProof()) {
      query.put("appsecret_proof", Signatures.hex(accessToken, registration.secret()));
    }
    return provider
        .reader()
        .read(
            http.repeatable(
                new ProviderRequest(
                    ProviderRequest.Method.GET,
                    provider.profileUrl(),
                    query,
                    "Bearer " + accessToken)));
  }

  private static ProviderRequest tokenRequest(Provider provider, Map<String, String> form) {
    return new ProviderRequest(ProviderRequest.Method.POST, provider.tokenUrl(), form, "");
  }

  private static Map<String, String> credentials(Registration registration) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("client_id", registration.clientId());
    if (registration.clientSecret() != null) {
      form.put("client_secret", registration.clientSecret());
    }
    return form;
  }

  private static Tokens tokens(JsonNode answer) {
    String accessToken = answer.path("access_token").textValue();
    if (accessToken == null || !accessToken.matches("[\\x21-\\x7e]{1,4096}")) {
      throw new ProviderException(Reason.ODD, "The answer holds no access token");
    }
    return new Tokens(
        accessToken, answer.path("refresh_token").textValue(), answer.path("id_token").textValue());
  }

  private static String challenge(String verifier) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
