package io.takewithott.payment.claim;

import io.takewithott.payment.request.Given;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a member can claim. */
enum ClaimKind {
  /** They never had access: everything comes back. */
  NO_ACCESS,
  /** They have none any more: everything from this day on comes back. */
  ACCESS_LOST;

  String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ClaimKind of(@Nullable String text) {
    return Stream.of(values())
        .filter(kind -> kind.name().equals(text))
        .findFirst()
        .orElseThrow(() -> Given.refused("kind", "Claim NO_ACCESS or ACCESS_LOST"));
  }
}
