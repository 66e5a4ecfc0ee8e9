package io.takewithott.core.metrics;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of one log line. It is logged as a key-value pair, {@code addKeyValue(KEY,
 * measured)}, and the line then bears them as members and says in {@code _aws} which of its members
 * are metrics (CloudWatch's embedded metric format). All of a line's metrics are told apart by the
 * same dimension, or none. Immutable.
 */
public final class Measured {
  /** The pair's key; the encoder goes by the value. */
  public static final String KEY = "measured";

  /** A dimension's values are words of ours, never of a request. */
  private static final String WORD = "[A-Za-z]{1,40}";

  private final Map<Metric, Long> values;
  private final @Nullable Dimension dimension;
  private final String word;

  private Measured(Map<Metric, Long> values, @Nullable Dimension dimension, String word) {
    this.values = values;
    this.dimension = dimension;
    this.word = word;
  }

  /** Of a metric without a dimension. */
  public static Measured of(Metric metric, long value) {
    return new Measured(Map.of(), null, "").and(metric, value);
  }

  /**
   * Of a metric with a dimension.
   *
   * @param word the dimension's value
   */
  public static Measured of(Metric metric, long value, String word) {
    Dimension dimension =
        metric
            .dimension()
            .orElseThrow(() -> new IllegalArgumentException(metric + " has no dimension"));
    if (!word.matches(WORD)) {
      throw new IllegalArgumentException("No value of a dimension: " + word);
    }
    return new Measured(Map.of(), dimension, word).and(metric, value);
  }

  /** The same with one metric more. */
  public Measured and(Metric metric, long value) {
    if (metric.dimension().orElse(null) != dimension) {
      throw new IllegalArgumentException(metric + " is not told apart by " + dimension);
    }
    Map<Metric, Long> more = new EnumMap<>(Metric.class);
    more.putAll(values);
    more.put(metric, value);
    return new Measured(more, dimension, word);
  }

  /** Writes the members of a line that has been begun. */
  public void writeTo(JsonGenerator json, String namespace, long epochMillis) throws IOException {
    if (dimension != null) {
      json.writeStringField(dimension.title(), word);
    }
    for (Map.Entry<Metric, Long> each : values.entrySet()) {
      json.writeNumberField(each.getKey().title(), each.getValue());
    }
    json.writeObjectFieldStart("_aws");
    json.writeNumberField("Timestamp", epochMillis);
    json.writeArrayFieldStart("CloudWatchMetrics");
    json.writeStartObject();
    json.writeStringField("Namespace", namespace);
    writeDimensions(json);
    writeMetrics(json);
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeDimensions(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("Dimensions");
    json.writeStartArray();
    if (dimension != null) {
      json.writeString(dimension.title());
    }
    json.writeEndArray();
    json.writeEndArray();
  }

  private void writeMetrics(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("Metrics");
    for (Metric metric : values.keySet()) {
      json.writeStartObject();
      json.writeStringField("Name", metric.title());
      json.writeStringField("Unit", metric.unit().title());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  @Override
  public String toString() {
    return values + word;
  }
}
