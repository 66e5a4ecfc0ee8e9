package io.takewithott.auth.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.takewithott.auth.mail.EmailAddress;
import io.takewithott.auth.session.Delivery;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignUpRequestTest {
  @Test
  void spacesAroundAreDroppedButNotFromThePassword() {
    SignUpRequest request = request(" mina@example.com ", " pass word ", " 미나 ", null);

    NewAccount account = request.account("hash");
    assertThat(account.email()).isEqualTo(new EmailAddress("mina@example.com"));
    assertThat(account.nickname()).isEqualTo(new Nickname("미나"));
    assertThat(account.ageBand()).isNull();
    assertThat(account.language()).isEqualTo(Language.KO);
    assertThat(request.newPassword().text()).isEqualTo(" pass word ");
    assertThat(request.delivery()).isEqualTo(Delivery.COOKIE);
  }

  @Test
  void nothingOfItIsPrinted() {
    SignUpRequest request = request("mina@example.com", "longenough", "미나", "19-29");

    assertThat(request.toString()).isEqualTo("SignUpRequest[…]");
    assertThat(request.account("hash").toString()).isEqualTo("NewAccount[…]");
    assertThat(request.newPassword().toString()).isEqualTo("NewPassword[…]");
    assertThat(new EmailAddress("mina@example.com").toString()).isEqualTo("EmailAddress[…]");
  }

  @Test
  void aNicknameIsTheSameInAnyCaseAndWidth() {
    assertThat(Nickname.of("Ｍｉｎａ").key()).isEqualTo(Nickname.of("mina").key());
    assertThat(new Nickname("x".repeat(40)).with("0042").text()).isEqualTo("x".repeat(36) + "0042");
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
    assertThatThrownBy(() -> request(email, password, nickname, null)).hasMessage(message);
  }

  @Test
  void anAgeBelowFourteenHasNoBand() {
    assertThatThrownBy(() -> request("mina@example.com", "longenough", "미나", "13"))
        .hasMessage("An age band is one of 14, 15-18, 19-29, 30-39, 40-49, 50-59, 60+");
  }

  private static SignUpRequest request(
      String email, String password, String nickname, @Nullable String ageBand) {
    return new SignUpRequest(email, password, nickname, ageBand, null, null);
  }
}
