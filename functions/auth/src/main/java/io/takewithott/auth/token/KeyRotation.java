package io.takewithott.auth.token;

import com.nimbusds.jose.jwk.ECKey;
import io.takewithott.core.secrets.Secrets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Replaces the signing key with an overlap. A new key is published {@link #LEAD} before it signs;
 * one that no longer signs keeps verifying for {@link #KEPT}, longer than any token lives, and is
 * dropped by the next rotation. Repeating a rotation does nothing.
 */
public final class KeyRotation {
  /** Longer than anybody keeps the published set (JwksResource) or the secret. */
  static final Duration LEAD = Duration.ofHours(1);

  static final Duration KEPT = Duration.ofDays(1);

  /** A key that is younger is not replaced: the schedule ran twice. */
  private static final Duration YOUNG = Duration.ofDays(20);

  private final Secrets secrets;
  private final String secretId;
  private final InstantSource clock;

  public KeyRotation(Secrets secrets, String secretId, InstantSource clock) {
    this.secrets = secrets;
    this.secretId = secretId;
    this.clock = clock;
  }

  /** Makes the first key of a new installation; whether it had to. */
  public boolean ensure() {
    Optional<String> present = secrets.find(secretId);
    if (present.isPresent() && present.get().contains("\"keys\"")) {
      return false;
    }
    Instant now = clock.instant();
    store(List.of(KeySet.newKey(now, now)));
    return true;
  }

  /** The scheduled rotation; whether there is a new key. */
  public boolean rotate() {
    Instant now = clock.instant();
    KeySet set = KeySet.parse(secrets.fresh(secretId));
    if (KeySet.made(set.newest()).isAfter(now.minus(YOUNG))) {
      return false;
    }
    List<ECKey> keys = new ArrayList<>();
    keys.add(KeySet.newKey(now, now.plus(LEAD)));
    keys.addAll(stillNeeded(set, now));
    store(keys);
    return true;
  }

  /** For a key that may be in other hands: a new one signs at once, and no old token is good. */
  public void replace() {
    Instant now = clock.instant();
    store(List.of(KeySet.newKey(now, now)));
  }

  /** The key that signs, those that will, and those that stopped signing not long ago. */
  private static List<ECKey> stillNeeded(KeySet set, Instant now) {
    List<ECKey> needed = new ArrayList<>();
    Instant succeeded = Instant.MAX;
    for (ECKey key : set.keys()) {
      if (succeeded.isAfter(now.minus(KEPT))) {
        needed.add(key);
      }
      succeeded = KeySet.begins(key);
    }
    return needed;
  }

  private void store(List<ECKey> keys) {
    secrets.put(secretId, new KeySet(keys).secretText());
  }
}
