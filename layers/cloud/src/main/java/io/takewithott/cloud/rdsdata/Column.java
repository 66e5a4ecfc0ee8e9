package io.takewithott.cloud.rdsdata;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.postgresql.PGResultSetMetaData;
import org.postgresql.core.TypeInfo;
import org.postgresql.jdbc.PgConnection;

/**
 * One column of a result.
 *
 * @param element the kind of an array's elements; that of the column itself where it is no array
 * @param elementSqlType the type of an array's elements as a number of java.sql.Types, or 0
 */
record Column(int index, String label, ColumnKind kind, ColumnKind element, int elementSqlType) {

  static List<Column> of(ResultSetMetaData metadata, Connection connection) throws SQLException {
    TypeInfo types = connection.unwrap(PgConnection.class).getTypeInfo();
    List<Column> columns = new ArrayList<>(metadata.getColumnCount());
    for (int i = 1; i <= metadata.getColumnCount(); i++) {
      columns.add(of(metadata, types, i));
    }
    return columns;
  }

  private static Column of(ResultSetMetaData metadata, TypeInfo types, int index)
      throws SQLException {
    String typeName = metadata.getColumnTypeName(index);
    String label = metadata.getColumnLabel(index);
    ColumnKind kind = ColumnKind.of(typeName, metadata.getColumnType(index));
    if (kind != ColumnKind.ARRAY) {
      requireSupported(kind != ColumnKind.UNSUPPORTED, typeName);
      return new Column(index, label, kind, kind, 0);
    }
    int elementOid = types.getPGArrayElement(types.getPGType(typeName));
    int elementSqlType = types.getSQLType(elementOid);
    String elementName = String.valueOf(types.getPGType(elementOid));
    ColumnKind element = ColumnKind.of(elementName, elementSqlType);
    requireSupported(element.isArrayElement(), elementName + "[]");
    return new Column(index, label, kind, element, elementSqlType);
  }

  private static void requireSupported(boolean condition, String typeName) {
    if (!condition) {
      throw DataApiException.unsupportedResult(typeName.toUpperCase(Locale.ROOT));
    }
  }

  /** The column's description as AWS gives it. */
  void describe(ResultSetMetaData metadata, JsonGenerator json) throws SQLException, IOException {
    json.writeStartObject();
    json.writeNumberField("arrayBaseColumnType", elementSqlType);
    json.writeBooleanField("isAutoIncrement", metadata.isAutoIncrement(index));
    json.writeBooleanField("isCaseSensitive", metadata.isCaseSensitive(index));
    json.writeBooleanField("isCurrency", metadata.isCurrency(index));
    json.writeBooleanField("isSigned", metadata.isSigned(index));
    json.writeStringField("label", label);
    json.writeStringField("name", baseName(metadata));
    json.writeNumberField("nullable", metadata.isNullable(index));
    json.writeNumberField("precision", metadata.getPrecision(index));
    json.writeNumberField("scale", metadata.getScale(index));
    json.writeStringField("schemaName", metadata.getSchemaName(index));
    json.writeStringField("tableName", metadata.getTableName(index));
    json.writeNumberField("type", sqlType(metadata));
    json.writeStringField("typeName", metadata.getColumnTypeName(index));
    json.writeEndObject();
  }

  private int sqlType(ResultSetMetaData metadata) throws SQLException {
    return kind == ColumnKind.ARRAY ? Types.ARRAY : metadata.getColumnType(index);
  }

  /** The name in the table, or the label of a computed column. */
  private String baseName(ResultSetMetaData metadata) throws SQLException {
    String name = metadata.unwrap(PGResultSetMetaData.class).getBaseColumnName(index);
    return name == null || name.isEmpty() ? label : name;
  }
}
