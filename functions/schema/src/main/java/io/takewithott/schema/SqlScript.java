package io.takewithott.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a script into statements, for the Data API takes one a call. */
final class SqlScript {
  /** What a semicolon may stand in without ending a statement, or a semicolon, in this order. */
  private static final Pattern TOKEN =
      Pattern.compile(
          """
          (?<comment>--[^\\n]*|/\\*.*?\\*/)\
          |(?<quoted>'(?:[^']|'')*'|"(?:[^"]|"")*"|(?<tag>\\$\\w*\\$).*?\\k<tag>)\
          |(?<end>;)""",
          Pattern.DOTALL);

  private SqlScript() {}

  static List<String> statements(String script) {
    List<String> statements = new ArrayList<>();
    StringBuilder statement = new StringBuilder();
    Matcher token = TOKEN.matcher(script);
    int copied = 0;
    while (token.find()) {
      statement.append(script, copied, token.start());
      copied = token.end();
      if (token.group("end") != null) {
        add(statements, statement);
        statement.setLength(0);
      } else if (token.group("quoted") != null) {
        statement.append(token.group());
      }
    }
    statement.append(script.substring(copied));
    add(statements, statement);
    return List.copyOf(statements);
  }

  private static void add(List<String> statements, CharSequence statement) {
    String text = statement.toString().strip();
    if (!text.isEmpty()) {
      statements.add(text);
    }
  }
}
