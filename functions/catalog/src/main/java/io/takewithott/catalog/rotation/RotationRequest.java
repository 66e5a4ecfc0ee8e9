package io.takewithott.catalog.rotation;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A wish list, and what may be spent on it in time and money.
 *
 * @param titleIds the dearest first: should there be no room for all, they come first
 * @param months how many months to plan
 * @param titlesPerMonth how many can be seen in a month
 * @param start the first month, such as {@code 2026-12}; otherwise this one
 * @param ads whether plans with advertisements will do; otherwise they will
 */
record RotationRequest(
    @Nullable List<@Nullable Long> titleIds,
    @Nullable Integer months,
    @Nullable Integer monthlyBudgetWon,
    @Nullable Integer titlesPerMonth,
    @Nullable String start,
    @Nullable Boolean ads) {
  private static final int MOST_BUDGET_WON = 1_000_000;
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2100;

  List<Long> wishes() {
    List<@Nullable Long> ids = titleIds == null ? List.of() : titleIds;
    boolean fine =
        !ids.isEmpty()
            && ids.size() <= RotationProblem.MOST_TITLES
            && ids.stream().allMatch(id -> id != null && id > 0)
            && new HashSet<>(ids).size() == ids.size();
    if (!fine) {
      throw invalid(
          "titleIds", "Wish for 1 to " + RotationProblem.MOST_TITLES + " different titles");
    }
    return ids.stream().map(Objects::requireNonNull).toList();
  }

  int monthsToPlan() {
    return within("months", months, 1, RotationProblem.MOST_MONTHS);
  }

  int budget() {
    return within("monthlyBudgetWon", monthlyBudgetWon, 0, MOST_BUDGET_WON);
  }

  int titlesAMonth() {
    return within("titlesPerMonth", titlesPerMonth, 1, RotationProblem.MOST_TITLES);
  }

  Optional<YearMonth> firstMonth() {
    if (start == null) {
      return Optional.empty();
    }
    try {
      YearMonth month = YearMonth.parse(start);
      if (month.getYear() >= FIRST_YEAR && month.getYear() <= LAST_YEAR) {
        return Optional.of(month);
      }
    } catch (DateTimeException noMonth) {
      // Said below, together with what is out of the question.
    }
    throw invalid("start", "start is a month such as 2026-12");
  }

  boolean withAds() {
    return ads == null || ads;
  }

  private static int within(String field, @Nullable Integer value, int least, int most) {
    if (value == null || value < least || value > most) {
      throw invalid(field, field + " is a whole number from " + least + " to " + most);
    }
    return value;
  }

  private static AppException invalid(String field, String message) {
    return new AppException(ErrorCode.INVALID_VALUE, message, Map.of("field", field));
  }
}
