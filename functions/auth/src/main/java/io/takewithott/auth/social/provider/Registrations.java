package io.takewithott.auth.social.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.core.json.Json;
import io.takewithott.core.secrets.Secrets;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What each provider knows us by, from one secret: {@code {"kakao":{"clientId":…,"clientSecret":…,
 * "adminKey":…},"naver":{…},"facebook":{…}}}. A provider that is not in it is not offered.
 */
public final class Registrations {
  private final Secrets secrets;
  private final Optional<String> secretId;

  public Registrations(Secrets secrets, Optional<String> secretId) {
    this.secrets = secrets;
    this.secretId = secretId;
  }

  /** The providers that can be used, in the order they are shown in. */
  public List<Provider> offered() {
    JsonNode all = read();
    return Providers.ALL.stream()
        .filter(provider -> registration(all, provider).isPresent())
        .toList();
  }

  public Optional<Registration> of(Provider provider) {
    return registration(read(), provider);
  }

  private JsonNode read() {
    Optional<String> text = secretId.flatMap(secrets::kept);
    if (text.isEmpty()) {
      return Json.mapper().createObjectNode();
    }
    try {
      return Json.tree(text.get().getBytes(StandardCharsets.UTF_8));
    } catch (UncheckedIOException malformed) {
      // Without the cause, whose message would quote the secret.
      throw new IllegalStateException("The secret with the providers' registrations is not JSON");
    }
  }

  private static Optional<Registration> registration(JsonNode all, Provider provider) {
    JsonNode node = all.path(provider.name());
    String id = text(node, "clientId");
    String secret = text(node, "clientSecret");
    if (id == null || (secret == null && provider.secretRequired())) {
      return Optional.empty();
    }
    return Optional.of(new Registration(id, secret, text(node, "adminKey")));
  }

  private static @Nullable String text(JsonNode node, String member) {
    String text = node.path(member).asText("");
    return text.isBlank() ? null : text;
  }
}
