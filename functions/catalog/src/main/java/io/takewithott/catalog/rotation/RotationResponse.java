package io.takewithott.catalog.rotation;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * A rotation plan. It sees as many of the wishes as any plan could, and costs no more than any that
 * sees as many.
 *
 * @param months all that were asked for, the last ones perhaps with nothing to hold
 * @param services every service that is held at some time, and why
 * @param unused services that offer something wished for and are not held, and why not
 * @param left wishes that are not seen, and why
 */
record RotationResponse(
    int seen,
    int wished,
    int costWon,
    List<PlannedMonth> months,
    List<Reason> services,
    List<Unused> unused,
    List<Left> left) {

  record PlannedMonth(YearMonth month, int costWon, List<Held> services) {}

  /**
   * @param titles what to see there in this month
   */
  record Held(
      String service,
      String name,
      String plan,
      String planName,
      int monthlyWon,
      String priceBasis,
      List<Wished> titles) {}

  /**
   * What would be if a service could not be had: that many titles fewer are seen, or as many for so
   * much more. If both are 0 another plan is as good; they are absent where it would take long to
   * find out.
   *
   * @param onlyHere wishes that are on no other service
   */
  record Reason(
      String service,
      int months,
      Optional<Integer> withoutItFewerTitles,
      Optional<Integer> withoutItMoreWon,
      List<Wished> onlyHere,
      Text text) {}

  /**
   * @param reason {@code NOT_NEEDED}: what it has is seen elsewhere, or there is no room for it
   */
  record Unused(String service, String name, int monthlyWon, String reason, Text text) {}

  /**
   * @param reason {@code NOWHERE}, {@code OVER_BUDGET}, {@code NO_ROOM} or {@code UNKNOWN}
   */
  record Left(String reason, Wished title) {}

  record Wished(long titleId, Optional<String> title) {}

  /** The same in two languages. */
  record Text(String ko, String en) {}
}
