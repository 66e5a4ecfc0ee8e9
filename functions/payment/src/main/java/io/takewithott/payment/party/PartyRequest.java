package io.takewithott.payment.party;

import io.takewithott.payment.money.Today;
import io.takewithott.payment.plan.Relation;
import io.takewithott.payment.request.Given;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * {@code {"service":"tving","plan":"premium","title":"…","seats":4,"relation":"strangers",
 * "startsOn":"2026-12-01"}}.
 *
 * @param startsOn today when absent
 */
record PartyRequest(
    @Nullable String service,
    @Nullable String plan,
    @Nullable String title,
    @Nullable Integer seats,
    @Nullable String relation,
    @Nullable LocalDate startsOn) {
  private static final int LONGEST_TITLE = 60;
  private static final int LONGEST_NAME = 40;
  private static final int MOST_SEATS = 10;

  /** Further ahead nobody knows what the service will cost. */
  private static final int MOST_DAYS_AHEAD = 60;

  Checked checked(Today today) {
    LocalDate first = startsOn == null ? today.date() : startsOn;
    if (first.isBefore(today.date()) || first.isAfter(today.date().plusDays(MOST_DAYS_AHEAD))) {
      throw Given.refused(
          "startsOn", "A party begins today or within " + MOST_DAYS_AHEAD + " days");
    }
    return new Checked(
        Given.text("service", service, LONGEST_NAME),
        Given.text("plan", plan, LONGEST_NAME),
        Given.text("title", title, LONGEST_TITLE),
        Given.number("seats", seats, 2, MOST_SEATS),
        Relation.of(relation),
        first);
  }

  /** What is left when it has been checked. */
  record Checked(
      String service,
      String plan,
      String title,
      int seats,
      Relation relation,
      LocalDate startsOn) {}
}
