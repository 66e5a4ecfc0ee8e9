package io.takewithott.cloud.rdsdata;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * A statement whose {@code :name} placeholders have been found.
 *
 * @param jdbcSql the statement with {@code ?} in the place of each placeholder, and {@code ??} in
 *     the place of each operator made of a question mark
 * @param names the name at each placeholder, in order, with repetitions
 * @param pieces the text before, between and after the placeholders, unchanged; one more than names
 * @param statements how many statements the text holds
 * @param terminated whether the text ends with a semicolon
 */
record NamedParameters(
    String jdbcSql, List<String> names, List<String> pieces, int statements, boolean terminated) {

  static NamedParameters parse(String sql) {
    return new Scanner(sql).scan();
  }

  /**
   * Walks over the text once. What PostgreSQL's lexer takes as one token (strings, quoted
   * identifiers, comments, dollar quotes, the cast operator) is copied as a whole.
   */
  private static final class Scanner {
    private final String sql;
    private final StringBuilder jdbcSql;
    private final List<String> names = new ArrayList<>();
    private final List<String> pieces = new ArrayList<>();

    /**
     * For each open bracket: whether it subscripts something, where a colon may part two bounds.
     */
    private final Deque<Boolean> brackets = new ArrayDeque<>();

    private int at;
    private int pieceStart;
    private int statements;
    private int atomicDepth;
    private boolean betweenStatements = true;
    private boolean terminated;
    private char lastSignificant;
    private String lastWord = "";

    Scanner(String sql) {
      this.sql = sql;
      this.jdbcSql = new StringBuilder(sql.length() + 16);
    }

    NamedParameters scan() {
      while (at < sql.length()) {
        step(sql.charAt(at));
      }
      pieces.add(sql.substring(pieceStart));
      return new NamedParameters(
          jdbcSql.toString(), List.copyOf(names), List.copyOf(pieces), statements, terminated);
    }

    private void step(char c) {
      if (Character.isWhitespace(c)) {
        copyTo(at + 1);
      } else if (c == '-' && peek(1) == '-') {
        copyTo(endOfLine());
      } else if (c == '/' && peek(1) == '*') {
        copyTo(endOfComment());
      } else if (c == ';' && atomicDepth == 0) {
        terminated = true;
        betweenStatements = true;
        copyTo(at + 1);
      } else {
        countStatement();
        token(c);
      }
    }

    private void countStatement() {
      if (betweenStatements) {
        statements++;
        betweenStatements = false;
        terminated = false;
      }
    }

    private void token(char c) {
      if (isNamePart(c)) {
        word();
        return;
      }
      switch (c) {
        case '\'', '"' -> copyToken(endOfQuoted(c, false));
        case '$' -> copyToken(endOfDollarQuoted());
        case ':' -> colon();
        case '?' -> questionMark();
        case '[' -> openBracket();
        case ']' -> closeBracket();
        default -> copyToken(at + 1);
      }
    }

    private void word() {
      int end = at + 1;
      while (end < sql.length() && (isNamePart(sql.charAt(end)) || sql.charAt(end) == '$')) {
        end++;
      }
      String word = sql.substring(at, end).toLowerCase(Locale.ROOT);
      countBlock(word);
      lastWord = word;
      copyToken(end);
      if (word.equals("e") && at < sql.length() && sql.charAt(at) == '\'') {
        copyToken(endOfQuoted('\'', true));
      }
    }

    /** The body of a function in standard SQL has semicolons of its own. */
    private void countBlock(String word) {
      if (word.equals("atomic") && lastWord.equals("begin")) {
        atomicDepth++;
      } else if (atomicDepth > 0 && word.equals("case")) {
        atomicDepth++;
      } else if (atomicDepth > 0 && word.equals("end")) {
        atomicDepth--;
      }
    }

    private void colon() {
      if (peek(1) == ':') {
        copyToken(at + 2);
        return;
      }
      int end = at + 1;
      while (end < sql.length() && isNamePart(sql.charAt(end))) {
        end++;
      }
      if (end == at + 1 || partsBounds(sql.substring(at + 1, end))) {
        copyToken(at + 1);
        return;
      }
      pieces.add(sql.substring(pieceStart, at));
      names.add(sql.substring(at + 1, end));
      jdbcSql.append('?');
      lastWord = "";
      lastSignificant = 'p';
      at = end;
      pieceStart = end;
    }

    /** Whether the colon here is that of an array slice, as in {@code a[1:2]}, {@code a[:2]}. */
    private boolean partsBounds(String following) {
      if (!Boolean.TRUE.equals(brackets.peek())) {
        return false;
      }
      if (endsOperand(sql.charAt(at - 1))) {
        return true;
      }
      boolean number = following.chars().allMatch(c -> c >= '0' && c <= '9');
      return number && (lastSignificant == '[' || endsOperand(lastSignificant));
    }

    private void questionMark() {
      jdbcSql.append('?');
      copyToken(at + 1);
    }

    private void openBracket() {
      brackets.push(endsOperand(lastSignificant) && !lastWordIsArray());
      copyToken(at + 1);
    }

    private boolean lastWordIsArray() {
      return lastWord.equals("array") && isNamePart(lastSignificant);
    }

    private void closeBracket() {
      brackets.poll();
      copyToken(at + 1);
    }

    private static boolean endsOperand(char c) {
      return isNamePart(c) || c == ')' || c == ']' || c == '"' || c == '\'';
    }

    private int endOfLine() {
      int end = sql.indexOf('\n', at);
      return end < 0 ? sql.length() : end;
    }

    /** Block comments nest in PostgreSQL. */
    private int endOfComment() {
      int depth = 0;
      int i = at;
      while (i < sql.length()) {
        if (sql.startsWith("/*", i)) {
          depth++;
          i += 2;
        } else if (sql.startsWith("*/", i)) {
          depth--;
          i += 2;
          if (depth == 0) {
            return i;
          }
        } else {
          i++;
        }
      }
      return sql.length();
    }

    private int endOfQuoted(char quote, boolean backslashEscapes) {
      for (int i = at + 1; i < sql.length(); i++) {
        char c = sql.charAt(i);
        if (c == '\\' && backslashEscapes) {
          i++;
        } else if (c == quote) {
          if (i + 1 < sql.length() && sql.charAt(i + 1) == quote) {
            i++;
          } else {
            return i + 1;
          }
        }
      }
      return sql.length();
    }

    private int endOfDollarQuoted() {
      int tagEnd = at + 1;
      while (tagEnd < sql.length() && isNamePart(sql.charAt(tagEnd))) {
        tagEnd++;
      }
      boolean opens =
          tagEnd < sql.length()
              && sql.charAt(tagEnd) == '$'
              && !(tagEnd > at + 1 && Character.isDigit(sql.charAt(at + 1)));
      if (!opens) {
        return at + 1;
      }
      String tag = sql.substring(at, tagEnd + 1);
      int close = sql.indexOf(tag, tagEnd + 1);
      return close < 0 ? sql.length() : close + tag.length();
    }

    private void copyToken(int end) {
      lastSignificant = sql.charAt(end - 1);
      copyTo(end);
    }

    private void copyTo(int end) {
      jdbcSql.append(sql, at, end);
      at = end;
    }

    private char peek(int distance) {
      return at + distance < sql.length() ? sql.charAt(at + distance) : '\0';
    }

    private static boolean isNamePart(char c) {
      return Character.isLetterOrDigit(c) || c == '_';
    }
  }
}
