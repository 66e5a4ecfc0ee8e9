package io.takewithott.core.database;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A statement failed. The kind says what a caller can do about it. */
public final class DatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What went wrong, as far as a caller would act on it. */
  public enum Kind {
    UNIQUE_VIOLATION,
    FOREIGN_KEY_VIOLATION,
    CHECK_VIOLATION,
    NOT_NULL_VIOLATION,
    /** The value does not fit its type: text that is no number, out of range, malformed. */
    INVALID_VALUE,
    /** Two transactions stood in each other's way; the whole transaction may be tried again. */
    SERIALIZATION_FAILURE,
    /** The statement took longer than it may. */
    TIMEOUT,
    /** The transaction had ended: aborted by an earlier failure, or expired. */
    TRANSACTION_ENDED,
    /**
     * The cluster is paused or unreachable, and stayed so for as long as the request could wait.
     */
    UNAVAILABLE,
    /** The statement may or may not have run: the connection broke after it was sent. */
    UNKNOWN_OUTCOME,
    OTHER
  }

  private static final Pattern SQL_STATE = Pattern.compile("SQLState: (\\w{5})");
  private static final Pattern CONSTRAINT = Pattern.compile("constraint \"([^\"]+)\"");

  private final Kind kind;
  private final @Nullable String constraint;

  DatabaseException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.constraint = null;
  }

  private DatabaseException(String message, @Nullable String sqlState, Throwable cause) {
    super(message, cause);
    this.kind = kindOf(sqlState);
    this.constraint = firstGroup(CONSTRAINT, message);
  }

  /** From the message of a DatabaseErrorException, which ends in {@code SQLState: 23505}. */
  static DatabaseException ofMessage(String message, Throwable cause) {
    return new DatabaseException(message, firstGroup(SQL_STATE, message), cause);
  }

  public Kind kind() {
    return kind;
  }

  /** The name of the violated constraint. */
  public Optional<String> constraint() {
    return Optional.ofNullable(constraint);
  }

  /** Whether this is a violation of the named unique constraint or index. */
  public boolean violatesUnique(String name) {
    return kind == Kind.UNIQUE_VIOLATION && name.equals(constraint);
  }

  private static Kind kindOf(@Nullable String sqlState) {
    if (sqlState == null) {
      return Kind.OTHER;
    }
    return switch (sqlState) {
      case "23505" -> Kind.UNIQUE_VIOLATION;
      case "23503" -> Kind.FOREIGN_KEY_VIOLATION;
      case "23514" -> Kind.CHECK_VIOLATION;
      case "23502" -> Kind.NOT_NULL_VIOLATION;
      case "40001", "40P01" -> Kind.SERIALIZATION_FAILURE;
      case "57014" -> Kind.TIMEOUT;
      case "57P01", "57P02", "57P03" -> Kind.UNAVAILABLE;
      default -> sqlState.startsWith("22") ? Kind.INVALID_VALUE : Kind.OTHER;
    };
  }

  private static @Nullable String firstGroup(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : null;
  }
}
