package io.takewithott.recommender.content;

import java.util.Arrays;
import java.util.Optional;

/** From which age on a title may be watched. The order, lowest first, is part of the file. */
public enum AgeRating {
  ALL("all"),
  FROM_12("12"),
  FROM_15("15"),
  FROM_19("19");

  private final String code;

  AgeRating(String code) {
    this.code = code;
  }

  /** The highest that somebody of that age may watch. */
  public static AgeRating highestAt(int age) {
    if (age >= 19) {
      return FROM_19;
    }
    if (age >= 15) {
      return FROM_15;
    }
    return age >= 12 ? FROM_12 : ALL;
  }

  /** The rating that the catalogue writes so; nothing for a code that is not known here. */
  public static Optional<AgeRating> ofCode(String code) {
    return Arrays.stream(values()).filter(rating -> rating.code.equals(code)).findFirst();
  }
}
