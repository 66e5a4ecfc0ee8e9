package io.takewithott.benchmarks.quality;

import io.takewithott.benchmarks.SplitFolder;
import io.takewithott.benchmarks.SplitFolder.Asked;
import io.takewithott.benchmarks.SplitFolder.Fold;
import io.takewithott.benchmarks.SplitFolder.Ratings;
import io.takewithott.benchmarks.Stages;
import io.takewithott.benchmarks.baseline.Sample;
import io.takewithott.benchmarks.baseline.Sample.Done;
import io.takewithott.benchmarks.baseline.TasteBaseline;
import io.takewithott.benchmarks.baseline.TasteRanking;
import io.takewithott.recommender.score.History;
import io.takewithott.recommender.score.History.Entry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Predicts the held-out ratings of a split with Taste's recommenders, as many folds and ratings as
 * there is time for. Where one expects nothing, the user's mean stands in.
 */
final class RatingBaselines {
  private static final double LEAST_STARS = 0.5;
  private static final double MOST_STARS = 5;
  private static final double MIDDLE_STARS = 3;

  /** The folds share the time. */
  private static final int FOLDS = 5;

  private final Stages stages;
  private final InstantSource clock;
  private final Duration longest;

  RatingBaselines(Stages stages, InstantSource clock, Duration longest) {
    this.stages = stages;
    this.clock = clock;
    this.longest = longest;
  }

  RatingErrors measure(SplitFolder split, Answers answers, TasteBaseline baseline)
      throws Exception {
    Instant begin = clock.instant();
    List<Double> rmse = new ArrayList<>();
    List<Double> mae = new ArrayList<>();
    long predicted = 0;
    long asked = 0;
    int folds = split.folds();
    for (int number = 0; number < folds; number++) {
      Fold fold = split.fold(number);
      asked += fold.asked().size();
      if (rmse.size() == number && anotherFits(begin, number)) {
        Map<Asked, Double> stars = stages.run(baseline + " " + number, () -> stars(fold, baseline));
        double[] errors = errors(stars, fold, answers);
        rmse.add(errors[0]);
        mae.add(errors[1]);
        predicted += stars.size();
      }
    }
    String share = predicted == asked ? "all " + asked : predicted + " of " + asked;
    return new RatingErrors(baseline.title(), RankingTable.THIS_RUN, mean(rmse), mean(mae), share);
  }

  /** Whether a fold more, taking as long as those before, still fits; the first always does. */
  private boolean anotherFits(Instant begin, int folds) {
    Duration spent = Duration.between(begin, clock.instant());
    return folds == 0 || spent.dividedBy(folds).plus(spent).compareTo(longest) <= 0;
  }

  private Map<Asked, Double> stars(Fold fold, TasteBaseline baseline) throws Exception {
    Ratings ratings = fold.ratings();
    TasteRanking taste = new TasteRanking(baseline.over(baseline.data(ratings.snapshot())));
    Done<Asked, Double> done =
        new Sample(clock, longest.dividedBy(FOLDS))
            .of(
                fold.asked(),
                asked -> {
                  double stars =
                      taste.stars(
                          ratings.users().number(asked.user()),
                          ratings.items().number(asked.item()));
                  double sure = Double.isFinite(stars) ? stars : mean(ratings, asked.user());
                  return Math.max(LEAST_STARS, Math.min(MOST_STARS, sure));
                });
    return done.answers();
  }

  private static double mean(Ratings ratings, String user) {
    History history = ratings.history(user);
    return history.entries().stream()
        .mapToDouble(Entry::halfStars)
        .map(halves -> halves / 2)
        .average()
        .orElse(MIDDLE_STARS);
  }

  /** Root mean square and mean absolute, in the data set's own scale. */
  private static double[] errors(Map<Asked, Double> stars, Fold fold, Answers answers) {
    double square = 0;
    double absolute = 0;
    for (Map.Entry<Asked, Double> one : stars.entrySet()) {
      Asked asked = one.getKey();
      double error =
          fold.ratings().scale().points(one.getValue())
              - answers.rating(fold.number(), asked.user(), asked.item());
      square += error * error;
      absolute += Math.abs(error);
    }
    return new double[] {Math.sqrt(square / stars.size()), absolute / stars.size()};
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }

  /**
   * How far off predictions are.
   *
   * @param share of which ratings: "all 100004", "4000 of 100004"
   */
  record RatingErrors(String name, String measured, double rmse, double mae, String share) {}
}
