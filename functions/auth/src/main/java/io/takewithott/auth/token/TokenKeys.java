package io.takewithott.auth.token;

import com.nimbusds.jose.jwk.ECKey;
import io.takewithott.core.secrets.Secrets;
import java.time.InstantSource;
import java.util.Optional;

/** The keys as Secrets Manager holds them, read again when a key is asked for that is not known. */
public final class TokenKeys {
  private final Secrets secrets;
  private final String secretId;
  private final InstantSource clock;

  public TokenKeys(Secrets secrets, String secretId, InstantSource clock) {
    this.secrets = secrets;
    this.secretId = secretId;
    this.clock = clock;
  }

  ECKey signing() {
    return known().signing(clock.instant());
  }

  /** The key with that id; one that is not known may be new, so the set is read afresh once. */
  Optional<ECKey> verifying(String keyId) {
    Optional<ECKey> key = known().find(keyId);
    return key.isPresent() ? key : KeySet.parse(secrets.fresh(secretId)).find(keyId);
  }

  /** The public halves, as JSON. */
  public String published() {
    return known().published();
  }

  private KeySet known() {
    return KeySet.parse(secrets.get(secretId));
  }
}
