package io.takewithott.core.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import com.fasterxml.jackson.core.JsonGenerator;
import io.takewithott.core.json.Json;
import io.takewithott.core.metrics.Measured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/**
 * A log event as one line: {@code timestamp, level, message, logger}, then the context of the
 * invocation (function, requestId, traceparent), then the event's own key-value pairs, then the
 * error. A pair that is {@link Measured} makes the line one of CloudWatch's embedded metric format.
 */
public final class JsonLogEncoder extends EncoderBase<ILoggingEvent> {
  private static final byte[] NOTHING = new byte[0];

  private static final String NAMESPACE = "TakeWithOtt";

  private final String namespace;

  /** With metrics of no stack in particular. */
  public JsonLogEncoder() {
    this(NAMESPACE);
  }

  /**
   * @param namespace of the metrics
   */
  public JsonLogEncoder(String namespace) {
    this.namespace = namespace;
  }

  @Override
  public byte[] headerBytes() {
    return NOTHING;
  }

  @Override
  public byte[] footerBytes() {
    return NOTHING;
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    try (JsonGenerator json = Json.mapper().createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("timestamp", Instant.ofEpochMilli(event.getTimeStamp()).toString());
      json.writeStringField("level", event.getLevel().toString());
      json.writeStringField("message", event.getFormattedMessage());
      json.writeStringField("logger", event.getLoggerName());
      writeContext(json, event.getMDCPropertyMap());
      writePairs(json, event);
      writeError(json, event.getThrowableProxy());
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    line.write('\n');
    return line.toByteArray();
  }

  private static void writeContext(JsonGenerator json, Map<String, String> context)
      throws IOException {
    for (Map.Entry<String, String> entry : context.entrySet()) {
      json.writeStringField(entry.getKey(), entry.getValue());
    }
  }

  private void writePairs(JsonGenerator json, ILoggingEvent event) throws IOException {
    @Nullable List<KeyValuePair> pairs = event.getKeyValuePairs();
    if (pairs == null) {
      return;
    }
    for (KeyValuePair pair : pairs) {
      if (pair.value instanceof Measured measured) {
        measured.writeTo(json, namespace, event.getTimeStamp());
      } else if (pair.value instanceof Number || pair.value instanceof Boolean) {
        json.writeObjectField(pair.key, pair.value);
      } else {
        json.writeStringField(pair.key, String.valueOf(pair.value));
      }
    }
  }

  private static void writeError(JsonGenerator json, @Nullable IThrowableProxy error)
      throws IOException {
    if (error != null) {
      json.writeStringField("error", ThrowableProxyUtil.asString(error));
    }
  }
}
