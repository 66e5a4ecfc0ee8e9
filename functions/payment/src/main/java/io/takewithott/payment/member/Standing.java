package io.takewithott.payment.member;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a membership that money depends on, as it was at one version.
 *
 * @param confirmed whether the member has access, said by them or by the clock
 * @param claimKind of a claim that is not decided
 * @param months paid for and not closed, in order
 */
public record Standing(
    long membershipId,
    long partyId,
    long userId,
    long hostId,
    String state,
    int version,
    boolean renews,
    boolean confirmed,
    @Nullable String claimKind,
    @Nullable LocalDate claimOn,
    List<PaidMonth> months) {
  private static final String NO_ACCESS = "no_access";

  public MembershipState stands() {
    return MembershipState.of(state);
  }

  public boolean hasOpenClaim() {
    return claimKind != null;
  }

  /** The newest paid month, if any is open. */
  public Optional<PaidMonth> newest() {
    return months.isEmpty() ? Optional.empty() : Optional.of(months.get(months.size() - 1));
  }

  /**
   * For how many days of a month the host is credited when the membership ends today. Before the
   * member has access nothing is served, unless it is the member who goes; under a claim nothing is
   * served from the day it was made, and nothing at all if there never was access.
   */
  int served(PaidMonth month, Leaving leaving, LocalDate today) {
    int served = month.elapsed(today);
    if (claimKind != null && claimOn != null) {
      served = claimKind.equals(NO_ACCESS) ? 0 : month.elapsed(claimOn);
    } else if (!confirmed && leaving != Leaving.LEFT) {
      served = 0;
    }
    return Math.max(served, month.servedDays());
  }
}
