package io.takewithott.cloud.rdsdata;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/** The values of one statement in the order of its placeholders. */
record ParameterBinder(List<SqlParameter> inOrder) {

  static ParameterBinder of(List<String> names, List<SqlParameter> parameters) {
    Map<String, SqlParameter> byName = new HashMap<>();
    parameters.forEach(parameter -> byName.put(parameter.name(), parameter));
    return new ParameterBinder(names.stream().map(name -> find(byName, name)).toList());
  }

  private static SqlParameter find(Map<String, SqlParameter> byName, String name) {
    SqlParameter parameter = byName.get(name);
    if (parameter == null) {
      throw DataApiException.badRequest("Cannot find parameter: " + name);
    }
    return parameter;
  }

  void bind(PreparedStatement statement) throws SQLException {
    for (int i = 0; i < inOrder.size(); i++) {
      bind(statement, i + 1, inOrder.get(i));
    }
  }

  private static void bind(PreparedStatement statement, int index, SqlParameter parameter)
      throws SQLException {
    FieldValue value = parameter.value();
    if (value instanceof FieldValue.Text text) {
      bindText(statement, index, text.value(), parameter.hint());
    } else if (value instanceof FieldValue.Whole whole) {
      statement.setLong(index, whole.value());
    } else if (value instanceof FieldValue.Floating floating) {
      statement.setDouble(index, floating.value());
    } else if (value instanceof FieldValue.Bool bool) {
      statement.setBoolean(index, bool.value());
    } else if (value instanceof FieldValue.Blob blob) {
      statement.setBytes(index, blob.value().array());
    } else {
      bindNull(statement, index, parameter.hint());
    }
  }

  /** Without a hint a string is a varchar, which PostgreSQL does not turn into a uuid by itself. */
  private static void bindText(
      PreparedStatement statement, int index, String value, @Nullable TypeHint hint)
      throws SQLException {
    if (hint == null) {
      statement.setString(index, value);
      return;
    }
    PGobject typed = new PGobject();
    typed.setType(hint.postgresType());
    typed.setValue(value);
    statement.setObject(index, typed);
  }

  private static void bindNull(PreparedStatement statement, int index, @Nullable TypeHint hint)
      throws SQLException {
    if (hint == null) {
      statement.setNull(index, Types.NULL);
    } else {
      statement.setNull(index, Types.OTHER, hint.postgresType());
    }
  }
}
