package io.takewithott.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import org.junit.jupiter.api.Test;

class PasswordsTest {
  private final Passwords passwords = new Passwords();

  @Test
  void aPasswordMatchesItsHashOnly() {
    String hash = passwords.hash("correct horse");

    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(passwords.matches("correct horse", hash)).isTrue();
    assertThat(passwords.matches("correct horse ", hash)).isFalse();
    assertThat(passwords.matchesNobody("nobody has this password")).isFalse();
  }

  @Test
  void aHashWithOlderParametersIsOutdatedAndStillGood() {
    String older =
        Password.hash("correct horse")
            .addRandomSalt(16)
            .with(Argon2Function.getInstance(8192, 1, 1, 32, Argon2.ID))
            .getResult();

    assertThat(passwords.matches("correct horse", older)).isTrue();
    assertThat(passwords.isOutdated(older)).isTrue();
    assertThat(passwords.isOutdated(passwords.hash("correct horse"))).isFalse();
  }

  @Test
  void theSamePasswordNeverHashesTheSame() {
    assertThat(passwords.hash("one")).isNotEqualTo(passwords.hash("one"));
  }
}
