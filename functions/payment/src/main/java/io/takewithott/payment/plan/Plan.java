package io.takewithott.payment.plan;

import io.takewithott.core.AppException;
import io.takewithott.payment.money.Won;
import io.takewithott.payment.request.Given;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What can be shared.
 *
 * @param seats at most, with the host's
 * @param seatPrice what a member's seat costs where it has a price of its own
 * @param relation how distant those may be who share
 * @param rule the service's own rule, with where it was read and when
 */
public record Plan(
    String service,
    String plan,
    String name,
    String englishName,
    Won price,
    int seats,
    String seatType,
    @Nullable Won seatPrice,
    String relation,
    String rule,
    String englishRule,
    String ruleSource,
    LocalDate ruleAsOf,
    Won fee) {
  private static final int LEAST_SEATS = 2;

  /**
   * @throws AppException RULE_FORBIDS, quoting the rule, where these may not share
   */
  void check(int wanted, Relation among) {
    Given.number("seats", wanted, LEAST_SEATS, 10);
    if (wanted > seats) {
      throw forbidden(name + " has " + seats + " seats, not " + wanted);
    }
    if (among.compareTo(Relation.of(relation)) > 0) {
      throw forbidden(name + " cannot be shared with " + among.column());
    }
  }

  private AppException forbidden(String message) {
    return new Rule(rule, englishRule, ruleSource, ruleAsOf).forbids(message);
  }

  /** What each seat costs, the host's first. */
  public List<Won> shares(int wanted, Relation among) {
    check(wanted, among);
    Won each = seatPrice;
    return each == null
        ? price.split(wanted)
        : IntStream.range(0, wanted).mapToObj(seat -> seat == 0 ? price : each).toList();
  }
}
