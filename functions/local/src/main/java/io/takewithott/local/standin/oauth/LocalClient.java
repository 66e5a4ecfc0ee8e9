package io.takewithott.local.standin.oauth;

import io.takewithott.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The app as it is registered with the stand-ins. These open nothing but this machine's own server,
 * like its AWS keys.
 */
final class LocalClient {
  static final String KAKAO_ADMIN_KEY = "local-kakao-admin";

  private LocalClient() {}

  static String id(String provider) {
    return "local-" + provider;
  }

  static String secret(String provider) {
    return "local-" + provider + "-secret";
  }

  /** The secret with all registrations, as the auth function reads it. */
  static String registrations() {
    Map<String, Object> all = new LinkedHashMap<>();
    for (String provider : new String[] {"kakao", "naver", "facebook"}) {
      Map<String, String> one = new LinkedHashMap<>();
      one.put("clientId", id(provider));
      one.put("clientSecret", secret(provider));
      if (provider.equals("kakao")) {
        one.put("adminKey", KAKAO_ADMIN_KEY);
      }
      all.put(provider, one);
    }
    return Json.text(all);
  }

  /** Real providers list whole addresses; here the port may be any. */
  static boolean isRegistered(String provider, String redirectUri) {
    return Pattern.matches(
        "http://(localhost|127\\.0\\.0\\.1)(:[0-9]{1,5})?/social/" + provider + "/callback",
        redirectUri);
  }

  static boolean isAuthentic(Call call, String provider) {
    return call.parameter("client_id").equals(id(provider))
        && call.parameter("client_secret").equals(secret(provider));
  }

  /** PKCE: whether the verifier is what the challenge was made of. */
  static boolean proves(String verifier, String challenge) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest).equals(challenge);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static byte[] sign(String text, String provider) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret(provider).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static String hexSignature(String text, String provider) {
    return HexFormat.of().formatHex(sign(text, provider));
  }

  static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static String base64(Object json) {
    return base64(Json.bytes(json));
  }
}
