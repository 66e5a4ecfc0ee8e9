package io.takewithott.benchmarks.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.takewithott.local.runtime.InvocationResult;
import io.takewithott.local.runtime.InvocationResult.Outcome;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AnswersTest {
  @Test
  void answersAreGood() {
    for (String good :
        new String[] {
          "{\"statusCode\":200}", "{\"statusCode\":302}", "{\"isAuthorized\":true}", "{\"sent\":0}"
        }) {
      assertThatCode(() -> Answers.requireGood("F", answer(good))).doesNotThrowAnyException();
    }
  }

  @Test
  void refusalsAreNot() {
    for (String bad : new String[] {"{\"statusCode\":429}", "{\"isAuthorized\":false}"}) {
      assertThatThrownBy(() -> Answers.requireGood("F", answer(bad)))
          .hasMessage("F answered SUCCESS: " + bad);
    }
    InvocationResult failed =
        new InvocationResult(Outcome.TIMED_OUT, "late".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> Answers.requireGood("F", failed))
        .hasMessage("F answered TIMED_OUT: late");
  }

  @Test
  void theBodyIsJsonInText() {
    assertThat(Answers.body(answer("{\"body\":\"{\\\"userId\\\":7}\"}")).path("userId").asLong())
        .isEqualTo(7);
    assertThat(Answers.body(answer("{\"statusCode\":204}"))).isEmpty();
  }

  private static InvocationResult answer(String json) {
    return new InvocationResult(Outcome.SUCCESS, json.getBytes(StandardCharsets.UTF_8));
  }
}
