package io.takewithott.recommender.similar;

import io.takewithott.recommender.model.HybridModel;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * The titles most like one. Half of the likeness is where those who liked the one went on to (the
 * model's walk), half what both are about (its content), each as a part of the most that any title
 * has of it. Of a title that nobody rated only what it is about is known.
 */
public final class SimilarTitles {
  private final HybridModel model;

  public SimilarTitles(HybridModel model) {
    this.model = model;
  }

  public int titleCount() {
    return model.titleCount();
  }

  public long titleId(int title) {
    return model.titleId(title);
  }

  /** The ids of the most alike, most alike first; of equals the lower id. */
  public List<Long> of(int title, int most) {
    float[] likeness = new float[model.titleCount()];
    model.content().spread(title, 1, likeness);
    float[] walked = new float[likeness.length];
    model.ranking().walk().spread(title, 1, walked);
    likeness[title] = 0;
    walked[title] = 0;
    scale(likeness);
    scale(walked);
    for (int other = 0; other < likeness.length; other++) {
      likeness[other] += walked[other];
    }
    Comparator<Integer> byLikeness =
        Comparator.comparingDouble((Integer other) -> likeness[other])
            .thenComparing(Comparator.<Integer>reverseOrder());
    PriorityQueue<Integer> best = new PriorityQueue<>(byLikeness);
    IntStream.range(0, likeness.length)
        .filter(other -> likeness[other] > 0)
        .forEach(
            other -> {
              best.add(other);
              if (best.size() > most) {
                best.remove();
              }
            });
    return best.stream().sorted(byLikeness.reversed()).map(model::titleId).toList();
  }

  private static void scale(float[] values) {
    float most = 0;
    for (float value : values) {
      most = Math.max(most, value);
    }
    if (most > 0) {
      for (int i = 0; i < values.length; i++) {
        values[i] = Math.max(0, values[i]) / most;
      }
    }
  }
}
