package io.takewithott.recommender.train;

import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.model.Signal;
import io.takewithott.recommender.score.Scores;
import io.takewithott.recommender.score.Signals;
import io.takewithott.recommender.score.TopTitles;
import io.takewithott.recommender.score.TopTitles.Scored;
import java.util.TreeSet;

/**
 * What one held-out user teaches about the weights of the signals: the signals of the titles that
 * any of them puts near the top, and which of these the user liked.
 *
 * @param signals by title, then by signal
 * @param likes how many were liked
 */
record Lesson(double[][] signals, boolean[] liked, int likes, int historyLength) {
  /** Titles taken from the top of each signal. */
  private static final int CANDIDATES = 60;

  static Lesson of(HybridModel model, Scores scores, HeldOut user) {
    TreeSet<Integer> candidates = new TreeSet<>();
    Signals signals = scores.signals();
    for (Signal signal : Signal.values()) {
      if (signal != Signal.ESTEEM) {
        TopTitles top = new TopTitles(CANDIDATES);
        for (int title = 0; title < model.titleCount(); title++) {
          if (!scores.known(title)) {
            top.offer(title, signals.of(signal, title));
          }
        }
        top.bestFirst().stream().map(Scored::title).forEach(candidates::add);
      }
    }
    double[][] numbers = new double[candidates.size()][Signal.values().length];
    boolean[] liked = new boolean[numbers.length];
    int likes = 0;
    int at = 0;
    for (int title : candidates) {
      for (Signal signal : Signal.values()) {
        numbers[at][signal.ordinal()] = signals.of(signal, title);
      }
      liked[at] = user.liked().contains(title);
      likes += liked[at] ? 1 : 0;
      at++;
    }
    return new Lesson(numbers, liked, likes, user.titles().length);
  }
}
