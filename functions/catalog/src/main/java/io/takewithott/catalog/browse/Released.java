package io.takewithott.catalog.browse;

import java.util.Arrays;
import java.util.Optional;

/** When titles come out, seen from a day {@code :today}. */
enum Released {
  NEW("new", TitleSort.NEWEST) {
    @Override
    String condition() {
      return DAY + " between :today - " + NEW_DAYS + " and :today";
    }
  },
  UPCOMING("upcoming", TitleSort.SOONEST) {
    @Override
    String condition() {
      return DAY + " > :today";
    }
  };

  /** The day; where only the year is known its first one. */
  static final String DAY = "coalesce(t.release_date, make_date(coalesce(t.year, 1870), 1, 1))";

  /** Films come to subscriptions months after the cinemas. */
  private static final int NEW_DAYS = 365;

  private final String code;
  private final TitleSort sort;

  Released(String code, TitleSort sort) {
    this.code = code;
    this.sort = sort;
  }

  static Optional<Released> of(String code) {
    return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
  }

  /** The order that such a list has if no other is asked for. */
  TitleSort sort() {
    return sort;
  }

  abstract String condition();
}
