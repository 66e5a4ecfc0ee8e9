package io.takewithott.core.secrets;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/**
 * Secrets by name or ARN, kept for {@link #KEPT}. A caller that finds a value outdated (a key id it
 * does not know, a refused password) asks for it {@link #fresh}.
 */
public final class Secrets {
  /**
   * A rotation overlaps by hours; five minutes of an old value are harmless and save a call each.
   */
  private static final Duration KEPT = Duration.ofMinutes(5);

  /** Even a flood of unknown key ids may not become a flood of calls. */
  private static final Duration FRESH_AT_MOST_EVERY = Duration.ofSeconds(10);

  private final SecretsManagerClient client;
  private final InstantSource clock;
  private final Map<String, Value> values = new ConcurrentHashMap<>();

  public Secrets(SecretsManagerClient client, InstantSource clock) {
    this.client = client;
    this.clock = clock;
  }

  /** The current value. */
  public String get(String id) {
    return notOlderThan(id, KEPT);
  }

  /**
   * The current value, or nothing when the secret holds none yet; kept as {@link #get} keeps it.
   */
  public Optional<String> kept(String id) {
    try {
      return Optional.of(get(id));
    } catch (ResourceNotFoundException noValue) {
      return Optional.empty();
    }
  }

  /** The current value, asked for again unless that was done seconds ago. */
  public String fresh(String id) {
    return notOlderThan(id, FRESH_AT_MOST_EVERY);
  }

  /** The current value, or nothing when the secret holds none yet. */
  public Optional<String> find(String id) {
    try {
      return Optional.of(fresh(id));
    } catch (ResourceNotFoundException noValue) {
      return Optional.empty();
    }
  }

  /** The value with that staging label, asked for every time, or nothing when none has it. */
  public Optional<String> staged(String id, String label) {
    try {
      return Optional.of(
          client
              .getSecretValue(request -> request.secretId(id).versionStage(label))
              .secretString());
    } catch (ResourceNotFoundException noVersion) {
      return Optional.empty();
    }
  }

  /** Makes the value the current one. */
  public void put(String id, String value) {
    client.putSecretValue(request -> request.secretId(id).secretString(value));
    values.remove(id);
  }

  /** Forgets every value: a snapshot must not carry secrets. */
  public void forget() {
    values.clear();
  }

  private String notOlderThan(String id, Duration age) {
    Instant now = clock.instant();
    Value known = values.get(id);
    if (known != null && known.readAt.plus(age).isAfter(now)) {
      return known.text;
    }
    String text = client.getSecretValue(request -> request.secretId(id)).secretString();
    values.put(id, new Value(text, now));
    return text;
  }

  private record Value(String text, Instant readAt) {
    @Override
    public String toString() {
      return "Value[read at " + readAt + "]";
    }
  }
}
