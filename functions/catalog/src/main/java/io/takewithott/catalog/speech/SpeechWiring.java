package io.takewithott.catalog.speech;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.catalog.limits.DailyUses;
import io.takewithott.catalog.speech.ClovaSpeech.ClovaKey;
import io.takewithott.core.json.Json;
import io.takewithott.core.lambda.Budget;
import io.takewithott.core.secrets.Secrets;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;

/** What recognising speech is made of. */
public final class SpeechWiring {
  private SpeechWiring() {}

  public static SpeechResource resource(
      SpeechConfig config, Secrets secrets, DailyUses uses, Budget budget, InstantSource clock) {
    SpeechToText clova =
        new ClovaSpeech(
            config.standIn(),
            () -> config.secret().flatMap(secrets::kept).flatMap(SpeechWiring::key),
            config.timeout(),
            budget);
    return new SpeechResource(clova, uses, clock);
  }

  private static Optional<ClovaKey> key(String secret) {
    try {
      JsonNode clova = Json.tree(secret.getBytes(StandardCharsets.UTF_8)).path("clova");
      String keyId = clova.path("keyId").asText("");
      String key = clova.path("key").asText("");
      return keyId.isEmpty() || key.isEmpty()
          ? Optional.empty()
          : Optional.of(new ClovaKey(keyId, key));
    } catch (UncheckedIOException malformed) {
      return Optional.empty();
    }
  }
}
