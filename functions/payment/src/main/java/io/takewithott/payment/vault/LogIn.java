package io.takewithott.payment.vault;

import io.takewithott.core.json.Json;
import io.takewithott.payment.request.Given;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a shared account is opened with. Its text says nothing. */
record LogIn(@Nullable String account, @Nullable String password) {
  private static final int LONGEST_ACCOUNT = 100;
  private static final int LONGEST_PASSWORD = 128;

  /** Blanks at the ends are kept: they may be meant. */
  LogIn checked() {
    check("account", account, LONGEST_ACCOUNT);
    check("password", password, LONGEST_PASSWORD);
    return this;
  }

  private static void check(String field, @Nullable String text, int most) {
    boolean fits =
        text != null
            && !text.isBlank()
            && text.codePointCount(0, text.length()) <= most
            && text.chars().noneMatch(Character::isISOControl);
    if (!fits) {
      throw Given.refused(field, "Write 1 to " + most + " characters on one line");
    }
  }

  boolean hasPasswordOf(LogIn other) {
    return Objects.equals(password, other.password);
  }

  String text() {
    return Json.text(this);
  }

  static LogIn of(String text) {
    return Json.read(text.getBytes(StandardCharsets.UTF_8), LogIn.class);
  }

  @Override
  public String toString() {
    return "LogIn";
  }
}
