package io.takewithott.core.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

class JsonLogEncoderTest {
  private final LoggingEvent event =
      new LoggingEvent(
          "caller",
          new LoggerContext().getLogger("io.x"),
          Level.WARN,
          "said \"{}\"\n",
          null,
          new Object[] {"안녕"});

  @Test
  void anEventIsOneLineOfJson() {
    event.setTimeStamp(0);
    event.setMDCPropertyMap(Map.of("requestId", "r-1"));
    event.setKeyValuePairs(
        List.of(new KeyValuePair("millis", 12L), new KeyValuePair("route", "/home")));

    assertThat(line())
        .isEqualTo(
            "{\"timestamp\":\"1970-01-01T00:00:00Z\",\"level\":\"WARN\","
                + "\"message\":\"said \\\"안녕\\\"\\n\",\"logger\":\"io.x\",\"requestId\":\"r-1\","
                + "\"millis\":12,\"route\":\"/home\"}\n");
  }

  @Test
  void anErrorIsPartOfTheLine() {
    LoggingEvent failed =
        new LoggingEvent(
            "caller",
            new LoggerContext().getLogger("io.x"),
            Level.ERROR,
            "failed",
            new IllegalStateException("broken\nin two"),
            null);
    failed.setMDCPropertyMap(Map.of());
    String line = new String(new JsonLogEncoder().encode(failed), StandardCharsets.UTF_8);

    JsonNode json = Json.tree(line.getBytes(StandardCharsets.UTF_8));
    assertThat(line.indexOf('\n')).isEqualTo(line.length() - 1);
    assertThat(json.path("error").asText())
        .startsWith("java.lang.IllegalStateException: broken\nin two");
  }

  private String line() {
    return new String(new JsonLogEncoder().encode(event), StandardCharsets.UTF_8);
  }
}
