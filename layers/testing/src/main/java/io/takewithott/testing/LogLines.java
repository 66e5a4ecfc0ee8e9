package io.takewithott.testing;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.core.json.Json;
import io.takewithott.core.logging.JsonLogEncoder;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/** What is logged meanwhile, as the lines that it becomes. */
public final class LogLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private final JsonLogEncoder encoder = new JsonLogEncoder();
  private final Consumer<JsonNode> told;

  private LogLines(Consumer<JsonNode> told) {
    this.told = told;
  }

  public static LogLines capture(Consumer<JsonNode> told) {
    LogLines lines = new LogLines(told);
    lines.start();
    logger().addAppender(lines);
    return lines;
  }

  @Override
  protected void append(ILoggingEvent event) {
    told.accept(Json.tree(encoder.encode(event)));
  }

  @Override
  public void close() {
    logger().detachAppender(this);
  }

  private static Logger logger() {
    return (Logger) LoggerFactory.getLogger("io.takewithott");
  }
}
