package io.takewithott.payment.plan;

import io.takewithott.payment.request.Given;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How distant those are who share, the closest first. */
public enum Relation {
  HOUSEHOLD,
  FRIENDS,
  STRANGERS;

  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Relation of(@Nullable String text) {
    return Stream.of(values())
        .filter(relation -> relation.column().equals(text))
        .findFirst()
        .orElseThrow(
            () -> Given.refused("relation", "Share with a household, with friends or strangers"));
  }
}
