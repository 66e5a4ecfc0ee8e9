package io.takewithott.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LogInTest {
  private static final String PASSWORD = "0123456789012345678901234567890123456789";

  @Test
  void aSecretSaysAsWhomAndByWhichPassword() {
    assertThat(LogIn.parse(secret("takewithott_app_1", PASSWORD)))
        .isEqualTo(new LogIn("takewithott_app_1", PASSWORD))
        .hasToString("LogIn[takewithott_app_1]");
  }

  @Test
  void onlyNamesOfFunctionsAreTaken() {
    for (String username :
        new String[] {
          "takewithott", "postgres", "takewithott_app", "takewithott_app_A", "", "x; --"
        }) {
      assertThatThrownBy(() -> LogIn.parse(secret(username, PASSWORD)))
          .hasMessage(
              "The secret of the functions' log-in needs a username of the form takewithott_app_[a-z0-9]{1,16}");
    }
  }

  @Test
  void aShortPasswordIsRefusedAndNotTold() {
    assertThatThrownBy(() -> LogIn.parse(secret("takewithott_app_1", "guessable")))
        .hasMessage("The secret of the functions' log-in needs a password of at least 32 letters");
  }

  @Test
  void whatIsNoJsonIsRefusedAndNotTold() {
    assertThatThrownBy(() -> LogIn.parse("{\"password\": hunter2"))
        .hasMessage("The secret of the functions' log-in is not JSON")
        .hasNoCause();
  }

  private static String secret(String username, String password) {
    return "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password);
  }
}
