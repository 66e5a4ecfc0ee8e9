package io.takewithott.auth.mail;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An address of a plausible form; only a mail that arrives proves more. */
public record EmailAddress(String text) {
  private static final Pattern FORM =
      Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}]{1,185}\\.[^@\\s\\p{Cntrl}.]{2,}");
  private static final int LONGEST = 254;

  /**
   * @throws AppException INVALID_VALUE
   */
  public static EmailAddress of(@Nullable String given) {
    return find(given)
        .orElseThrow(
            () ->
                new AppException(
                    ErrorCode.INVALID_VALUE,
                    "Give an e-mail address such as mina@example.com",
                    Map.of("field", "email")));
  }

  /** The address, unless it has not the form of one. */
  public static Optional<EmailAddress> find(@Nullable String given) {
    String text = given == null ? "" : given.strip();
    return text.length() <= LONGEST && FORM.matcher(text).matches()
        ? Optional.of(new EmailAddress(text))
        : Optional.empty();
  }

  /** What makes an address one account: its letters without their case. */
  public String key() {
    return key(text);
  }

  public static String key(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return "EmailAddress[…]";
  }
}
