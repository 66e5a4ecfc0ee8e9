package io.takewithott.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnvironmentTest {
  record Config(String bucket, int pages, Duration patience, Optional<URI> endpoint) {
    static Config from(Environment.Settings settings) {
      return new Config(
          settings.required("TWO_BUCKET"),
          settings.number("TWO_PAGES", 10, 1, 100),
          settings.duration("TWO_PATIENCE", Duration.ofSeconds(5)),
          settings.address("AWS_ENDPOINT_URL_S3"));
    }
  }

  @Test
  void settingsAreReadWithTheirDefaults() {
    Config config = Environment.of(Map.of("TWO_BUCKET", "data", "PATH", "/bin")).read(Config::from);

    assertThat(config).isEqualTo(new Config("data", 10, Duration.ofSeconds(5), Optional.empty()));
  }

  @Test
  void everyProblemIsReportedAtOnceWithoutTheValues() {
    Environment environment =
        Environment.of(
            Map.of(
                "TWO_PAGES", "1000",
                "TWO_PATIENCE", "five seconds",
                "AWS_ENDPOINT_URL_S3", "/relative",
                "TWO_BUCKT", "data"));

    assertThatThrownBy(() -> environment.read(Config::from))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "5 settings are wrong: TWO_BUCKET is not set; "
                + "TWO_PAGES must be a whole number from 1 to 100; "
                + "TWO_PATIENCE must be an ISO 8601 duration such as PT15M; "
                + "AWS_ENDPOINT_URL_S3 must be an absolute URL; "
                + "TWO_BUCKT is not a setting here; did you mean TWO_BUCKET?");
  }

  @Test
  void aBlankSettingIsNoSetting() {
    assertThatThrownBy(() -> Environment.of(Map.of("TWO_BUCKET", " ")).read(Config::from))
        .hasMessage("1 setting is wrong: TWO_BUCKET is not set");
  }
}
