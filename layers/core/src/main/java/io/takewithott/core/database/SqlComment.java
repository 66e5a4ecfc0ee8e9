package io.takewithott.core.database;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The trace of an invocation in a comment at the end of its statements, in the form of sqlcommenter
 * ({@code traceparent='00-…-…-01'}). The database's log and its list of running statements then say
 * who asked. Nothing but hexadecimal digits ever comes in. PostgreSQL counts statements by their
 * parsed form, in which there are no comments.
 */
final class SqlComment {
  private static final Pattern TRACEPARENT = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");

  /** The Data API takes no longer statement; one without its trace is better than none. */
  static final int LONGEST_STATEMENT = 65_536;

  private SqlComment() {}

  static String on(String sql, Optional<String> traceparent) {
    if (traceparent.isEmpty() || !TRACEPARENT.matcher(traceparent.get()).matches()) {
      return sql;
    }
    String comment = " /*traceparent='" + traceparent.get() + "'*/";
    return sql.length() + comment.length() > LONGEST_STATEMENT ? sql : sql + comment;
  }
}
