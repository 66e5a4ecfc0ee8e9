package io.takewithott.recommender.train;

import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.model.Signal;
import io.takewithott.recommender.score.Scores;
import io.takewithott.recommender.score.Signals;
import io.takewithott.recommender.score.TopTitles;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one held-out user teaches about the weights of the signals: the signals of the titles that
 * any of them puts near the top and some by chance, and which of these the user liked. Without
 * those by chance nothing would be learned of the many titles that no signal knows.
 *
 * @param signals by title, then by signal
 * @param likes how many were liked
 * @param historyLength as the weights of a ranking see it: of what is folded in
 */
record Lesson(double[][] signals, boolean[] liked, int likes, int historyLength) {
  /** Titles taken from the top of each signal. */
  private static final int CANDIDATES = 60;

  /** Those by which nobody would look for a title have no say in which are looked at. */
  private static final Set<Signal> PROPOSING =
      EnumSet.complementOf(EnumSet.of(Signal.ESTEEM, Signal.OBSCURITY, Signal.STARS));

  /** Titles drawn by chance, some of them twice. */
  private static final int BY_CHANCE = 100;

  static Lesson of(HybridModel model, Scores scores, HeldOut user) {
    TreeSet<Integer> candidates = new TreeSet<>();
    Signals signals = scores.signals();
    for (Signal signal : Signal.values()) {
      if (PROPOSING.contains(signal)) {
        TopTitles.first(
                CANDIDATES,
                model.titleCount(),
                title -> !scores.known(title) && signals.of(signal, title) != 0,
                title -> signals.of(signal, title))
            .forEach(scored -> candidates.add(scored.title()));
      }
    }
    addByChance(candidates, model, scores);
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
    return new Lesson(numbers, liked, likes, scores.historyLength());
  }

  /** Others for every user, for the start depends on what they have. */
  private static void addByChance(TreeSet<Integer> candidates, HybridModel model, Scores scores) {
    int titles = model.titleCount();
    long seed = candidates.hashCode();
    for (int i = 0; i < BY_CHANCE; i++) {
      seed = seed * 6364136223846793005L + 1442695040888963407L;
      int title = (int) Long.remainderUnsigned(seed >>> 16, titles);
      if (!scores.known(title)) {
        candidates.add(title);
      }
    }
  }
}
