package io.takewithott.community.review;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import java.util.Locale;
import java.util.Map;

/**
 * The order of a title's reviews.
 *
 * <p>Helpfulness is the lower end of Wilson's interval at 95 % for the share of likes among all who
 * liked or reported a review (E. B. Wilson, 1927): few likes prove little, many prove much, and
 * reports count against it. Of equally helpful ones the newer comes first.
 */
enum ReviewSort {
  HELPFUL("x.helpfulness"),
  NEWEST("x.review_id");

  private final String key;

  ReviewSort(String key) {
    this.key = key;
  }

  /** What it falls by, before the id. */
  String key() {
    return key;
  }

  static ReviewSort of(String code) {
    for (ReviewSort sort : values()) {
      if (sort.name().toLowerCase(Locale.ROOT).equals(code)) {
        return sort;
      }
    }
    throw new AppException(
        ErrorCode.INVALID_VALUE, "sort is helpful or newest", Map.of("field", "sort"));
  }
}
