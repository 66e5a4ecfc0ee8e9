package io.takewithott.auth.social.provider;

import io.takewithott.auth.mail.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * Who a provider says somebody is. What does not have the form it should have is left out, except
 * the id, without which there is nobody.
 *
 * @param email absent when refused, not there or not an address
 * @param emailProven whether the provider itself has seen that the address is this person's
 */
public record Profile(
    String providerUserId, @Nullable String email, boolean emailProven, @Nullable String nickname) {
  /** Naver's are up to 64 characters, the others' are numbers. */
  private static final int LONGEST_ID = 128;

  private static final int LONGEST_NICKNAME = 40;

  public Profile {
    if (providerUserId.isBlank() || providerUserId.length() > LONGEST_ID) {
      throw new ProviderException(
          ProviderException.Reason.ODD, "The answer does not say whose it is");
    }
    email = EmailAddress.find(email).map(EmailAddress::text).orElse(null);
    emailProven = emailProven && email != null;
    nickname = nickname == null ? null : presentable(nickname);
  }

  /** Visible characters only, as many as a nickname has; nothing when none are left. */
  private static @Nullable String presentable(String name) {
    int[] visible =
        name.strip()
            .codePoints()
            .filter(codePoint -> !isUnprintable(codePoint))
            .limit(LONGEST_NICKNAME)
            .toArray();
    String text = new String(visible, 0, visible.length).strip();
    return text.isEmpty() ? null : text;
  }

  /** Control characters, direction overrides and the like, which make a name look like another. */
  private static boolean isUnprintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  @Override
  public String toString() {
    return "Profile[…]";
  }
}
