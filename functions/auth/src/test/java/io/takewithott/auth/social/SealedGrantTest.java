package io.takewithott.auth.social;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.auth.social.provider.Registration;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class SealedGrantTest {
  private static final Registration APP = new Registration("app", "secret", null);

  private final SealedGrant seal = new SealedGrant(new SecureRandom());

  @Test
  void onlyItsSecretOpensAGrant() {
    String sealed = seal.seal(APP, "refresh-token");

    assertThat(seal.open(APP, sealed)).contains("refresh-token");
    assertThat(seal.open(new Registration("app", "other", null), sealed)).isEmpty();
    assertThat(seal.open(new Registration("app", null, null), sealed)).isEmpty();
    assertThat(sealed).doesNotContain("refresh").isNotEqualTo(seal.seal(APP, "refresh-token"));
  }

  @Test
  void whatWasAlteredDoesNotOpen() {
    String sealed = seal.seal(APP, "refresh-token");
    char last = sealed.charAt(20);
    String altered = sealed.substring(0, 20) + (last == 'A' ? 'B' : 'A') + sealed.substring(21);

    assertThat(seal.open(APP, altered)).isEmpty();
    assertThat(seal.open(APP, sealed.substring(0, 8))).isEmpty();
    assertThat(seal.open(APP, "")).isEmpty();
    assertThat(seal.open(APP, "%")).isEmpty();
  }
}
