package io.takewithott.recommender.group;

import io.takewithott.recommender.group.GroupTitle.MemberView;
import io.takewithott.recommender.score.Candidates;
import io.takewithott.recommender.score.TopTitles.Scored;
import java.util.List;

/** One member's view of the catalogue, comparable with the others': scores from 0 to 1, places. */
final class MemberScores {
  private final long userId;
  private final Candidates candidates;
  private final int[] rank;
  private final double lowest;
  private final double range;

  MemberScores(long userId, Candidates candidates) {
    this.userId = userId;
    this.candidates = candidates;
    this.rank = new int[candidates.titleCount()];
    List<Scored> all = candidates.best(Math.max(1, candidates.titleCount()));
    for (int place = 0; place < all.size(); place++) {
      rank[all.get(place).title()] = place + 1;
    }
    this.lowest = all.isEmpty() ? 0 : all.get(all.size() - 1).score();
    double span = all.isEmpty() ? 0 : all.get(0).score() - lowest;
    this.range = span > 0 ? span : 1;
  }

  boolean has(int title) {
    return candidates.has(title);
  }

  double score(int title) {
    return (candidates.score(title) - lowest) / range;
  }

  MemberView view(int title) {
    return new MemberView(
        userId,
        score(title),
        candidates.scores().stars(title),
        rank[title],
        candidates.scores().because(title));
  }
}
