package io.takewithott.recommender.train;

import io.takewithott.recommender.algebra.DenseAlgebra;
import io.takewithott.recommender.model.ItemWeights;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for the settings of the item weights that rank best on held-out ratings: one setting after
 * the other is moved along its ladder for as long as that helps (coordinate ascent).
 */
final class WeightSearch {
  /** What a step must win to be taken; less is chance. */
  private static final double LEAST_GAIN = 2e-4;

  private static final Logger LOG = LoggerFactory.getLogger(WeightSearch.class);

  /** A setting and what moves it one rung up or down. */
  private enum Ladder {
    TITLE_POWER(0.1, 0, 0.7),
    RIDGE(2, 2.5, 640),
    USER_POWER(0.1, 0, 0.6),
    TARGET_SHIFT(0.5, 0, 2),
    DROPOUT(0.15, 0, 0.75),
    BACK_POWER(0.25, 0, 1),
    INPUT_SHIFT(0.3, -0.4, 0.5),
    RIDGE_AGAIN(2, 2.5, 640);

    private final double step;
    private final double least;
    private final double most;

    Ladder(double step, double least, double most) {
      this.step = step;
      this.least = least;
      this.most = most;
    }

    private double value(ItemWeightSettings settings) {
      return switch (this) {
        case TITLE_POWER -> settings.titlePower();
        case RIDGE, RIDGE_AGAIN -> settings.ridge();
        case USER_POWER -> settings.userPower();
        case TARGET_SHIFT -> settings.targetShift();
        case DROPOUT -> settings.dropout();
        case BACK_POWER -> settings.backPower();
        case INPUT_SHIFT -> settings.inputShift();
      };
    }

    private ItemWeightSettings with(ItemWeightSettings s, double value) {
      return new ItemWeightSettings(
          this == RIDGE || this == RIDGE_AGAIN ? value : s.ridge(),
          this == DROPOUT ? value : s.dropout(),
          this == USER_POWER ? value : s.userPower(),
          this == TITLE_POWER ? value : s.titlePower(),
          this == BACK_POWER ? value : s.backPower(),
          this == INPUT_SHIFT ? value : s.inputShift(),
          this == TARGET_SHIFT ? value : s.targetShift());
    }

    /** The settings a rung further, or the same at an end. */
    private ItemWeightSettings moved(ItemWeightSettings settings, boolean up) {
      double value = value(settings);
      boolean times = this == RIDGE || this == RIDGE_AGAIN;
      double next = times ? (up ? value * step : value / step) : value + (up ? step : -step);
      double rounded = Math.round(next * 1e6) / 1e6;
      return rounded < least - 1e-9 || rounded > most + 1e-9 ? settings : with(settings, rounded);
    }
  }

  private final DenseAlgebra algebra;
  private final List<Fold> folds;
  private final List<DenseRatings> dense = new ArrayList<>();
  private final Map<ItemWeightSettings, Double> tried = new HashMap<>();

  WeightSearch(DenseAlgebra algebra, List<Fold> folds, int mostTitles) {
    this.algebra = algebra;
    this.folds = folds;
    folds.forEach(fold -> dense.add(new DenseRatings(fold.seen(), mostTitles)));
  }

  ItemWeightSettings search(ItemWeightSettings start, BooleanSupplier timeIsUp) {
    ItemWeightSettings best = start;
    quality(best, timeIsUp);
    for (Ladder ladder : Ladder.values()) {
      ItemWeightSettings before = best;
      best = climb(best, settings -> ladder.moved(settings, true), timeIsUp);
      if (best.equals(before)) {
        best = climb(best, settings -> ladder.moved(settings, false), timeIsUp);
      }
    }
    LOG.info("{} settings tried; {} gives {}", tried.size(), best, tried.get(best));
    return best;
  }

  private ItemWeightSettings climb(
      ItemWeightSettings start, UnaryOperator<ItemWeightSettings> step, BooleanSupplier timeIsUp) {
    ItemWeightSettings best = start;
    while (!timeIsUp.getAsBoolean()) {
      ItemWeightSettings next = step.apply(best);
      if (next.equals(best) || quality(next, timeIsUp) < quality(best, timeIsUp) + LEAST_GAIN) {
        return best;
      }
      best = next;
    }
    return best;
  }

  /** As bad as can be when the time is up before it is known. */
  private double quality(ItemWeightSettings settings, BooleanSupplier timeIsUp) {
    Double known = tried.get(settings);
    if (known != null) {
      return known;
    }
    double sum = 0;
    for (int i = 0; i < folds.size(); i++) {
      if (timeIsUp.getAsBoolean()) {
        return Double.NEGATIVE_INFINITY;
      }
      ItemWeights weights = new ItemWeightTraining(algebra, dense.get(i)).learned(settings);
      sum +=
          Quality.of(folds.get(i).raters(), user -> weights.signal(user.titles(), user.halfStars()))
              .sum();
    }
    double mean = sum / folds.size();
    tried.put(settings, mean);
    return mean;
  }
}
