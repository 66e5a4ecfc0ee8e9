package io.takewithott.recommender;

import io.takewithott.core.ranking.Ranking;
import io.takewithott.recommender.RankingStore.Found;
import io.takewithott.recommender.TasteStore.Taste;
import io.takewithott.recommender.ranking.Ranker;
import java.time.InstantSource;
import java.util.Optional;

/** Brings one user's ranking up to date: one database read, a fold-in, one conditional write. */
final class UserRefresh {
  private final TasteStore tastes;
  private final RankingStore rankings;
  private final InstantSource clock;

  UserRefresh(TasteStore tastes, RankingStore rankings, InstantSource clock) {
    this.tastes = tastes;
    this.rankings = rankings;
    this.clock = clock;
  }

  /**
   * @param tasteVersion what the ranking must know at least to need no work
   * @return whether a ranking was written
   */
  boolean refresh(long userId, long tasteVersion, Ranker ranker) {
    Found found = rankings.find(userId);
    if (found.suffices(tasteVersion, ranker.modelVersion())) {
      return false;
    }
    Optional<Taste> taste = tastes.find(userId);
    if (taste.isEmpty()) {
      rankings.delete(userId);
      return false;
    }
    Ranking ranking =
        ranker.rank(userId, taste.get().tasteVersion(), taste.get().viewer(), clock.instant());
    return rankings.write(ranking, found).isEmpty();
  }
}
