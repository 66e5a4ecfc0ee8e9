package io.takewithott.auth.social.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SignedRequestTest {
  private static final Registration APP = new Registration("app", "secret", null);
  private static final String CLAIMS =
      "{\"algorithm\":\"HMAC-SHA256\",\"issued_at\":1795251600,\"user_id\":\"10203\"}";

  @Test
  void whatFacebookSignedNamesItsUser() {
    assertThat(SignedRequest.userId(signed(CLAIMS, "secret"), APP)).contains("10203");
  }

  @Test
  void whatFacebookDidNotSignNamesNobody() {
    String payload = base64(CLAIMS.getBytes(StandardCharsets.UTF_8));
    String right = signed(CLAIMS, "secret");

    assertNobody(signed(CLAIMS, "another secret"));
    assertNobody(signed(CLAIMS, "secret").replace(payload, payload.replace('A', 'B')));
    assertNobody("." + payload);
    assertNobody(payload);
    assertNobody("");
    assertNobody("%%%." + payload);
    assertNobody(right + "." + payload);
    assertNobody("x".repeat(10_000) + "." + payload);
    assertThat(SignedRequest.userId(signed(CLAIMS, ""), new Registration("app", null, null)))
        .isEmpty();
  }

  @Test
  void whatIsSignedButNotUnderstoodNamesNobody() {
    assertNobody(signed("{\"algorithm\":\"none\",\"user_id\":\"10203\"}", "secret"));
    assertNobody(signed("{\"user_id\":\"10203\"}", "secret"));
    assertNobody(signed("{\"algorithm\":\"HMAC-SHA256\"}", "secret"));
    assertNobody(signed("{\"algorithm\":\"HMAC-SHA256\",\"user_id\":\"1 or 1=1\"}", "secret"));
    assertNobody(signed("not json", "secret"));
  }

  private static void assertNobody(String request) {
    assertThat(SignedRequest.userId(request, APP)).as(request).isEmpty();
  }

  private static String signed(String claims, String secret) {
    String payload = base64(claims.getBytes(StandardCharsets.UTF_8));
    byte[] signature = secret.isEmpty() ? new byte[32] : Signatures.sign(payload, secret);
    return base64(signature) + "." + payload;
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
