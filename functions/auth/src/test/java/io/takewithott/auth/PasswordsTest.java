package io.takewithott.auth;

import static org.assertj.core.api.Assertions.assertThat;

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
  void theSamePasswordNeverHashesTheSame() {
    assertThat(passwords.hash("one")).isNotEqualTo(passwords.hash("one"));
  }
}
