package io.takewithott.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.core.json.Json;
import io.takewithott.testing.Checkout;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The local server is killed with SIGKILL while it works, and started again on the same data. */
class KillEndToEndTest {
  private static final long PATIENCE_MILLIS = 90_000;
  private static final String SAMPLE_RATINGS = "114,646";

  @TempDir private Path folder = Path.of("");

  @Test
  void nothingIsLostAndNothingHalfWrittenIsServed() throws Exception {
    try (Running first = start()) {
      first.waitFor("ratings .*[1-9][0-9],000 of " + SAMPLE_RATINGS);
      first.kill();
    }
    try (Running second = start()) {
      second.waitFor("Take With OTT is at");
      assertThat(second.output()).contains("completed:").contains("ratings had been stored before");
      second.waitForLog("\"message\":\"choosing on ");
      assertThat(second.output()).doesNotContain("model 2");
      assertThat(home(second).path("ranking").path("source").asText()).isEqualTo("catalogue");
      second.kill();
    }
    try (Running third = start()) {
      String address = third.waitFor("Take With OTT is at (http://\\S+)");
      assertThat(address).isNotEmpty();
      assertThat(third.output()).doesNotContain("ratings had been stored before");
      assertThat(home(third).path("rows")).isNotEmpty();
      third.waitFor("model 2.*: " + SAMPLE_RATINGS + " ratings, 2,000 users, 382 titles");
      assertThat(home(third).path("ranking").path("source").asText()).isEqualTo("popular");
      third.kill();
    }
    try (Running fourth = start()) {
      fourth.waitFor("Take With OTT is at");
      assertThat(home(fourth).path("ranking").path("source").asText()).isEqualTo("popular");
    }
  }

  private static JsonNode home(Running server) throws Exception {
    String address = server.waitFor("Take With OTT is at (http://\\S+)");
    HttpResponse<byte[]> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(address + "/home")).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    assertThat(response.statusCode()).isEqualTo(200);
    return Json.tree(response.body());
  }

  private Running start() throws IOException {
    Files.createDirectories(folder);
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx2g",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "io.takewithott.local.Main",
                    "--root=" + Checkout.root(),
                    "--folder=" + folder.resolve("data"),
                    "--port=0"))
            .redirectErrorStream(true)
            .start();
    return new Running(process, folder.resolve("data/log.jsonl"));
  }

  /** A local server in a process of its own, with what it has printed so far. */
  private static final class Running implements AutoCloseable {
    private final Process process;
    private final Path log;
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    Running(Process process, Path log) {
      this.log = log;
      this.process = process;
      Thread reader = new Thread(this::read, "server-output");
      reader.setDaemon(true);
      reader.start();
    }

    String output() {
      return String.join("\n", lines);
    }

    /** Waits until a line fits; answers its first group. */
    String waitFor(String regex) throws InterruptedException {
      Pattern pattern = Pattern.compile(regex);
      long end = System.currentTimeMillis() + PATIENCE_MILLIS;
      while (System.currentTimeMillis() < end) {
        Matcher matcher = pattern.matcher(output());
        if (matcher.find()) {
          return matcher.groupCount() > 0 ? matcher.group(1) : matcher.group();
        }
        assertThat(process.isAlive() || !lines.isEmpty()).as(output()).isTrue();
        Thread.sleep(10);
      }
      throw new AssertionError("Waited in vain for " + regex + " in:\n" + output());
    }

    /** Waits until the structured log holds the text. */
    void waitForLog(String text) throws Exception {
      long end = System.currentTimeMillis() + PATIENCE_MILLIS;
      while (!Files.readString(log).contains(text)) {
        assertThat(System.currentTimeMillis()).as("waiting for " + text).isLessThan(end);
        Thread.sleep(10);
      }
    }

    void kill() throws InterruptedException {
      process.destroyForcibly();
      assertThat(process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)).isTrue();
    }

    @Override
    public void close() throws Exception {
      process.destroy();
      process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void read() {
      try (BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
          lines.add(line);
        }
      } catch (IOException closed) {
        lines.add("(output ended)");
      }
    }
  }
}
