package io.takewithott.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignUpRequestTest {
  @Test
  void spacesAroundAreDropped() {
    SignUpRequest request = new SignUpRequest(" mina@example.com ", " pass word ", " 미나 ");

    assertThat(request.email()).isEqualTo("mina@example.com");
    assertThat(request.password()).isEqualTo(" pass word ");
    assertThat(request.nickname()).isEqualTo("미나");
    assertThat(request.toString()).isEqualTo("SignUpRequest[…]");
  }

  @ParameterizedTest
  @CsvSource({
    "mina, longenough, 미나, Give an e-mail address such as mina@example.com",
    "mina@example, longenough, 미나, Give an e-mail address such as mina@example.com",
    "a b@example.com, longenough, 미나, Give an e-mail address such as mina@example.com",
    "mina@example.com, short, 미나, A password has 8 to 128 characters",
    "mina@example.com, longenough, '', A nickname has 1 to 40 visible characters",
    "mina@example.com, longenough, 'a\u202Eb', A nickname has 1 to 40 visible characters",
    "mina@example.com, longenough, 'a\u0000b', A nickname has 1 to 40 visible characters",
  })
  void whatCannotBeIsRefused(String email, String password, String nickname, String message) {
    assertThatThrownBy(() -> new SignUpRequest(email, password, nickname)).hasMessage(message);
  }
}
