package io.takewithott.catalog.value;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What an offer is worth to one viewer.
 *
 * @param enjoyment of all it opens, as {@link Enjoyment} has it
 * @param perThousandWon of one month; absent for what costs nothing
 * @param enjoyable how many of its titles are above the viewer's mean
 * @param best the titles that make it, the best first
 */
public record Valuation(
    PricedOffer offer,
    double enjoyment,
    Optional<Double> perThousandWon,
    int enjoyable,
    List<Candidate> best) {

  /** What costs nothing and is worth something comes first, then by what a won brings. */
  public static final Comparator<Valuation> BY_VALUE =
      Comparator.comparingDouble(Valuation::order)
          .reversed()
          .thenComparing(valuation -> valuation.offer().monthlyWon())
          .thenComparing(valuation -> valuation.offer().key());

  private static final int MOST_BEST = 6;
  private static final double THOUSAND = 1000.0;

  public Valuation {
    best = List.copyOf(best);
  }

  /**
   * @param there the titles that the offer opens
   * @param mean what the viewer gives on average
   */
  public static Valuation of(PricedOffer offer, List<Candidate> there, double mean) {
    double enjoyment =
        Enjoyment.of(there.stream().mapToDouble(Candidate::predictedStars).toArray(), mean);
    List<Candidate> above =
        there.stream()
            .filter(title -> title.predictedStars() > mean)
            .sorted(
                Comparator.comparingDouble(Candidate::predictedStars)
                    .reversed()
                    .thenComparingLong(Candidate::titleId))
            .toList();
    return new Valuation(
        offer,
        enjoyment,
        offer.monthlyWon() == 0
            ? Optional.empty()
            : Optional.of(enjoyment * THOUSAND / offer.monthlyWon()),
        above.size(),
        above.subList(0, Math.min(MOST_BEST, above.size())));
  }

  private double order() {
    if (enjoyment == 0) {
      return 0;
    }
    return perThousandWon.orElse(Double.POSITIVE_INFINITY);
  }

  /** A title that the viewer does not know yet. */
  public record Candidate(long titleId, double predictedStars) {}
}
