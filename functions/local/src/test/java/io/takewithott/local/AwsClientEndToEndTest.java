package io.takewithott.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.takewithott.testing.Checkout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A client in another language, boto3, against the Data API and S3 of the local server. */
class AwsClientEndToEndTest {
  private static final int PATIENCE_SECONDS = 120;

  @Test
  void boto3FindsEverythingAsOnAws() throws Exception {
    assumeTrue(
        run(Map.of(), "python3", "-c", "import boto3").code == 0,
        "There is no python3 with boto3 on this machine: the check is not run");
    try (RunningWorld world = RunningWorld.start(false)) {
      Run check =
          run(
              world.server().clientSettings(),
              "python3",
              Checkout.root()
                  .resolve("functions/local/src/test/python/aws_client_check.py")
                  .toString());

      assertThat(check.code).as(check.output).isZero();
      assertThat(check.output).contains("found everything as on AWS");
    }
  }

  private static Run run(Map<String, String> environment, String... command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.environment().put("PYTHONIOENCODING", "utf-8");
    try {
      Process process = builder.start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      return new Run(process.exitValue(), output);
    } catch (IOException notInstalled) {
      return new Run(-1, "");
    }
  }

  private record Run(int code, String output) {}
}
