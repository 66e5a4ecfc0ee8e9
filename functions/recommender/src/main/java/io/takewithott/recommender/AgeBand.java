package io.takewithott.recommender;

import io.takewithott.recommender.content.AgeRating;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The age that a user gave at signing up, as accounts write it: {@code 14}, {@code 15-18}, … {@code
 * 60+}. What it begins with is the lowest age in it, and that one counts.
 */
final class AgeBand {
  private static final Pattern LOWEST_AGE = Pattern.compile("^(\\d{1,3})(\\D.*)?$");

  private AgeBand() {}

  /**
   * The highest rating that somebody of a band may watch. Whoever gave none is taken as grown up; a
   * band that is not understood hides what is not for all.
   */
  static AgeRating highest(@Nullable String band) {
    if (band == null || band.isEmpty()) {
      return AgeRating.FROM_19;
    }
    Matcher lowest = LOWEST_AGE.matcher(band);
    return lowest.matches()
        ? AgeRating.highestAt(Integer.parseInt(lowest.group(1)))
        : AgeRating.ALL;
  }
}
