package io.takewithott.core.database;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.rdsdata.model.Field;
import software.amazon.awssdk.services.rdsdata.model.SqlParameter;
import software.amazon.awssdk.services.rdsdata.model.TypeHint;

/**
 * One statement with its named parameters ({@code :name}). Immutable: every {@code bind} answers a
 * new statement.
 */
public final class Sql {
  /** UTC, to the millisecond: the Data API takes no finer one. */
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

  private final String text;
  private final List<SqlParameter> parameters;

  private Sql(String text, List<SqlParameter> parameters) {
    this.text = text;
    this.parameters = parameters;
  }

  public static Sql of(String text) {
    return new Sql(text, List.of());
  }

  public Sql bind(String name, long value) {
    return with(name, Field.fromLongValue(value), null);
  }

  public Sql bind(String name, double value) {
    return with(name, Field.fromDoubleValue(value), null);
  }

  public Sql bind(String name, boolean value) {
    return with(name, Field.fromBooleanValue(value), null);
  }

  public Sql bind(String name, @Nullable String value) {
    return value == null ? bindNull(name) : with(name, Field.fromStringValue(value), null);
  }

  public Sql bind(String name, UUID value) {
    return with(name, Field.fromStringValue(value.toString()), TypeHint.UUID);
  }

  public Sql bind(String name, LocalDate value) {
    return with(name, Field.fromStringValue(value.toString()), TypeHint.DATE);
  }

  public Sql bind(String name, Instant value) {
    return with(name, Field.fromStringValue(TIMESTAMP.format(value)), TypeHint.TIMESTAMP);
  }

  /** A moment as seconds since 1970, for {@code to_timestamp(:name)}: no time zone is in play. */
  public Sql bindSeconds(String name, Instant value) {
    return bind(name, value.toEpochMilli() / 1000.0);
  }

  public Sql bind(String name, BigDecimal value) {
    return with(name, Field.fromStringValue(value.toPlainString()), TypeHint.DECIMAL);
  }

  public Sql bind(String name, byte[] value) {
    return with(name, Field.fromBlobValue(SdkBytes.fromByteArray(value)), null);
  }

  /** JSON text for a JSON expression. */
  public Sql bindJson(String name, String json) {
    return with(name, Field.fromStringValue(json), TypeHint.JSON);
  }

  /**
   * Whole numbers as text, for {@code any(string_to_array(:name, ',')::bigint[])}: the Data API
   * takes no array parameters.
   */
  public Sql bindIds(String name, Collection<Long> ids) {
    return bind(name, ids.stream().map(String::valueOf).collect(Collectors.joining(",")));
  }

  public Sql bindNull(String name) {
    return with(name, Field.fromIsNull(true), null);
  }

  String text() {
    return text;
  }

  List<SqlParameter> parameters() {
    return parameters;
  }

  private Sql with(String name, Field value, @Nullable TypeHint hint) {
    SqlParameter parameter = SqlParameter.builder().name(name).value(value).typeHint(hint).build();
    List<SqlParameter> more = new ArrayList<>(parameters);
    more.add(parameter);
    return new Sql(text, List.copyOf(more));
  }
}
