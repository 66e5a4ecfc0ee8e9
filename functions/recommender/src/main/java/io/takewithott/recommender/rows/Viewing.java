package io.takewithott.recommender.rows;

import io.takewithott.core.ranking.RankedTitle;
import io.takewithott.recommender.score.Candidates;
import io.takewithott.recommender.score.History;
import java.time.LocalDate;
import java.util.List;

/**
 * What a page is made for.
 *
 * @param candidates every title that may be shown
 * @param best the highest ranked of them, with reasons
 * @param today where the viewer is
 */
public record Viewing(
    History history, Candidates candidates, List<RankedTitle> best, LocalDate today) {
  public Viewing {
    best = List.copyOf(best);
  }
}
