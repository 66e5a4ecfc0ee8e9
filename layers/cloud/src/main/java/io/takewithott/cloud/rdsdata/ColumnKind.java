package io.takewithott.cloud.rdsdata;

import java.sql.Types;

/** The form in which values of a PostgreSQL type are returned. */
enum ColumnKind {
  LONG,
  DOUBLE,
  DECIMAL,
  BOOLEAN,
  TEXT,
  UTC_TIMESTAMP,
  BLOB,
  VOID,
  ARRAY,
  UNSUPPORTED;

  static ColumnKind of(String typeName, int sqlType) {
    return switch (typeName) {
      case "int2", "int4", "int8", "smallserial", "serial", "bigserial" -> LONG;
      case "float4", "float8" -> DOUBLE;
      case "numeric" -> DECIMAL;
      case "bool" -> BOOLEAN;
      case "timestamptz" -> UTC_TIMESTAMP;
      case "bytea" -> BLOB;
      case "void" -> VOID;
      case "text", "varchar", "bpchar", "char", "name", "uuid", "json", "jsonb" -> TEXT;
      case "date", "time", "timetz", "timestamp", "inet", "cidr", "oid", "vector" -> TEXT;
      default -> ofOther(sqlType);
    };
  }

  /** The driver calls enumerations varchar. */
  private static ColumnKind ofOther(int sqlType) {
    return switch (sqlType) {
      case Types.VARCHAR -> TEXT;
      case Types.ARRAY -> ARRAY;
      default -> UNSUPPORTED;
    };
  }

  /** Whether an array of such values can be returned. */
  boolean isArrayElement() {
    return switch (this) {
      case LONG, DOUBLE, DECIMAL, BOOLEAN, TEXT, UTC_TIMESTAMP -> true;
      default -> false;
    };
  }
}
