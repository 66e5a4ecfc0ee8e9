package io.takewithott.payment.bootpay;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.core.json.Json;
import io.takewithott.core.secrets.Secrets;
import io.takewithott.payment.bootpay.BootpayException.Outcome;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** What we are known by: {@code {"clientKey":"…","secretKey":"…"}} in a secret. */
public final class Keys {
  private final Secrets secrets;
  private final String secretId;

  public Keys(Secrets secrets, String secretId) {
    this.secrets = secrets;
    this.secretId = secretId;
  }

  /** What a browser opens the pay window with. */
  public String clientKey() {
    return member("clientKey");
  }

  String authorization() {
    String pair = member("clientKey") + ":" + member("secretKey");
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private String member(String name) {
    Optional<String> text = secrets.kept(secretId);
    String value = text.map(Keys::parsed).map(node -> node.path(name).asText("")).orElse("");
    if (value.isBlank()) {
      throw new BootpayException(Outcome.NOT_ASKED, "The secret has no " + name);
    }
    return value;
  }

  private static JsonNode parsed(String text) {
    try {
      return Json.tree(text.getBytes(StandardCharsets.UTF_8));
    } catch (UncheckedIOException malformed) {
      // Without the cause, whose message would quote the secret.
      throw new BootpayException(Outcome.NOT_ASKED, "The secret with our keys is not JSON");
    }
  }
}
