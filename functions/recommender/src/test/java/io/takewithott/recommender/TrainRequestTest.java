package io.takewithott.recommender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.takewithott.recommender.Audience.Scope;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TrainRequestTest {
  @Test
  void nothingMeansActiveUsers() {
    assertThat(parse("").rank()).isEqualTo(Scope.ACTIVE);
    assertThat(parse("{}").rank()).isEqualTo(Scope.ACTIVE);
    assertThat(parse("{\"rank\":\"active\"}").rank()).isEqualTo(Scope.ACTIVE);
  }

  @Test
  void everyoneIsEveryone() {
    assertThat(parse("{\"rank\":\"everyone\"}").rank()).isEqualTo(Scope.EVERYONE);
  }

  @Test
  void anythingElseIsRefused() {
    assertThatThrownBy(() -> parse("{\"rank\":\"all\"}"))
        .hasMessage("rank must be \"active\" or \"everyone\", but is \"all\"");
  }

  @Test
  void aHurriedTrainingSaysHowLong() {
    assertThat(parse("{}").longest()).isEmpty();
    assertThat(parse("{\"seconds\":6}").longest()).contains(Duration.ofSeconds(6));
    assertThatThrownBy(() -> parse("{\"seconds\":0}"))
        .hasMessage("seconds must be a whole number from 1 to 840, but is 0");
    assertThatThrownBy(() -> parse("{\"seconds\":\"6\"}"))
        .hasMessage("seconds must be a whole number from 1 to 840, but is \"6\"");
  }

  @Test
  void rollingBackIsAskedForByName() {
    assertThat(parse("{}").rollback()).isEmpty();
    assertThat(parse("{\"rollback\":\"previous\"}").rollback()).contains("previous");
    assertThat(parse("{\"rollback\":\"previous\",\"rank\":\"everyone\"}").rank())
        .isEqualTo(Scope.EVERYONE);
  }

  @Test
  void rollingBackToNothingIsRefused() {
    assertThatThrownBy(() -> parse("{\"rollback\":\"\"}"))
        .hasMessage("rollback must be \"previous\" or the name of a model, but is \"\"");
    assertThatThrownBy(() -> parse("{\"rollback\":true}"))
        .hasMessage("rollback must be \"previous\" or the name of a model, but is true");
  }

  private static TrainRequest parse(String json) {
    return TrainRequest.parse(json.getBytes(StandardCharsets.UTF_8));
  }
}
