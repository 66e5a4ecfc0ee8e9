package io.takewithott.recommender.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/** Keeps the best few of many scored titles; of equal scores the lower index is the better. */
public final class TopTitles {
  private static final Comparator<Scored> WORST_FIRST =
      Comparator.comparingDouble(Scored::score)
          .thenComparing(Comparator.comparingInt(Scored::title).reversed());

  private final int most;
  private final PriorityQueue<Scored> heap;
  private double least = Double.NEGATIVE_INFINITY;

  public TopTitles(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("At least one title, not " + most);
    }
    this.most = most;
    this.heap = new PriorityQueue<>(most + 1, WORST_FIRST);
  }

  /**
   * The titles of the highest scores among the wanted, best first.
   *
   * @param titleCount titles in all, counted from 0
   */
  public static List<Scored> first(
      int most, int titleCount, IntPredicate wanted, IntToDoubleFunction score) {
    TopTitles top = new TopTitles(most);
    for (int title = 0; title < titleCount; title++) {
      if (wanted.test(title)) {
        top.offer(title, score.applyAsDouble(title));
      }
    }
    return top.bestFirst();
  }

  /** Titles must be offered by ascending index. */
  public void offer(int title, double score) {
    if (heap.size() == most && score <= least) {
      return;
    }
    heap.add(new Scored(title, score));
    if (heap.size() > most) {
      heap.poll();
    }
    if (heap.size() == most) {
      least = heap.element().score();
    }
  }

  /** Best first. */
  public List<Scored> bestFirst() {
    List<Scored> all = new ArrayList<>(heap);
    all.sort(WORST_FIRST.reversed());
    return all;
  }

  /** A title's index in the model with its score. */
  public record Scored(int title, double score) {}
}
