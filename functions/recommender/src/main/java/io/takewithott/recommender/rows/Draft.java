package io.takewithott.recommender.rows;

import io.takewithott.core.ranking.RankedRow.Kind;
import io.takewithott.core.ranking.RankedRow.Subject;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/**
 * A row as it is wished for, before it is known which titles are still free.
 *
 * @param wanted which titles belong in it
 * @param order highest first
 * @param least with fewer titles it is not worth its place
 */
record Draft(
    Kind kind,
    Optional<Long> seed,
    Optional<Subject> subject,
    IntPredicate wanted,
    IntToDoubleFunction order,
    int least) {
  /** A row that is shorter than this looks empty. */
  private static final int SHORTEST = 5;

  /** Of all titles, about nothing in particular. */
  static Draft of(Kind kind, IntToDoubleFunction order) {
    return new Draft(kind, Optional.empty(), Optional.empty(), title -> true, order, SHORTEST);
  }

  Draft only(IntPredicate titles) {
    return new Draft(kind, seed, subject, titles, order, least);
  }

  Draft grownFrom(long titleId) {
    return new Draft(kind, Optional.of(titleId), subject, wanted, order, least);
  }

  Draft about(Subject what) {
    return new Draft(kind, seed, Optional.of(what), wanted, order, least);
  }

  Draft atLeast(int titles) {
    return new Draft(kind, seed, subject, wanted, order, titles);
  }
}
