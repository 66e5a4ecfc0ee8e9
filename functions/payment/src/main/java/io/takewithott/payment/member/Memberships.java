package io.takewithott.payment.member;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.payment.money.Today;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The ends of memberships, and what hosts are credited: read, decided, and carried out only if
 * nothing has changed in between.
 */
public final class Memberships {
  /** Two of one member's requests may meet; more are a mistake. */
  private static final int TRIES = 4;

  private final MembershipStore store;
  private final Today today;

  public Memberships(MembershipStore store, Today today) {
    this.store = store;
    this.today = today;
  }

  public MembershipStore store() {
    return store;
  }

  /** Ends one; nothing when it has ended before. */
  public Optional<Ending> end(long membershipId, Leaving leaving) {
    return end(membershipId, leaving, standing -> true);
  }

  /**
   * Ends one if it stands as it has to.
   *
   * @param allowed may throw what to tell; where it answers false, nothing happens
   */
  public Optional<Ending> end(long membershipId, Leaving leaving, Predicate<Standing> allowed) {
    for (int tries = 0; tries < TRIES; tries++) {
      Optional<Standing> found =
          store
              .find(membershipId, today.now())
              .filter(standing -> standing.stands() != MembershipState.ENDED);
      if (found.isEmpty() || !allowed.test(found.get())) {
        return Optional.empty();
      }
      Ending ending = Ending.of(found.get(), leaving, today.date());
      if (store.end(found.get(), ending, leaving, today.date(), today.now())) {
        return Optional.of(ending);
      }
    }
    throw new AppException(ErrorCode.UNAVAILABLE, "This is being changed elsewhere; try again");
  }

  /** Credits what is over; whether there was anything. */
  public boolean credit(Standing standing) {
    Credit credit = Credit.of(standing, today.date());
    return !credit.months().isEmpty() && store.credit(standing, credit, today.now());
  }
}
