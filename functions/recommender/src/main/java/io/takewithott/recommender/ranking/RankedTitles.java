package io.takewithott.recommender.ranking;

import io.takewithott.core.ranking.RankedTitle;
import io.takewithott.core.ranking.RankedTitle.Ends;
import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.score.Candidates;
import io.takewithott.recommender.score.Explanation;
import io.takewithott.recommender.score.Scores;
import io.takewithott.recommender.score.TopTitles.Scored;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Candidates with what is said of them, and their scores at both ends of alpha where there is a
 * history to lean on. Scores fall strictly, also where the model has equals.
 */
final class RankedTitles {
  private static final Comparator<Scored> BEST_FIRST =
      Comparator.comparingDouble(Scored::score).reversed().thenComparingInt(Scored::title);

  private final HybridModel model;
  private final Candidates candidates;
  private final boolean leans;
  private final double[] crowd;
  private final double[] own;

  RankedTitles(HybridModel model, Candidates candidates) {
    this.model = model;
    this.candidates = candidates;
    this.leans = candidates.scores().historyLength() > 0;
    this.crowd = leans ? candidates.scores().scores(0) : new double[0];
    this.own = leans ? candidates.scores().scores(1) : new double[0];
  }

  /** The ids of those that come first at an end of alpha. */
  List<Long> firstAtEnds(int most) {
    if (!leans) {
      return List.of();
    }
    return Stream.of(crowd, own)
        .flatMap(end -> candidates.best(most, title -> true, title -> end[title]).stream())
        .map(scored -> model.titleId(scored.title()))
        .distinct()
        .toList();
  }

  private Optional<Ends> ends(int title) {
    return leans
        ? Optional.of(new Ends((float) crowd[title], (float) own[title]))
        : Optional.empty();
  }

  List<RankedTitle> of(List<Scored> bestFirst) {
    return below(Double.POSITIVE_INFINITY, bestFirst);
  }

  /** The titles, and below them those of the others that are not among them. */
  List<RankedTitle> followedBy(List<RankedTitle> titles, Collection<Long> others) {
    Set<Long> there = new HashSet<>();
    titles.forEach(title -> there.add(title.titleId()));
    List<Scored> rest =
        others.stream()
            .filter(id -> !there.contains(id))
            .map(model::titleIndex)
            .map(title -> new Scored(title, candidates.score(title)))
            .sorted(BEST_FIRST)
            .toList();
    if (rest.isEmpty()) {
      return titles;
    }
    List<RankedTitle> all = new ArrayList<>(titles);
    all.addAll(below(titles.get(titles.size() - 1).score(), rest));
    return all;
  }

  private List<RankedTitle> below(double highest, List<Scored> bestFirst) {
    Scores scores = candidates.scores();
    List<RankedTitle> titles = new ArrayList<>();
    double above = highest;
    for (Scored scored : bestFirst) {
      int title = scored.title();
      double score = Math.min(scored.score(), Math.nextDown(above));
      double stars = Math.round(scores.stars(title) * 100) / 100.0;
      Explanation why = scores.explain(title);
      titles.add(
          new RankedTitle(
              model.titleId(title), score, stars, why.because(), why.shares(), ends(title)));
      above = score;
    }
    return titles;
  }
}
