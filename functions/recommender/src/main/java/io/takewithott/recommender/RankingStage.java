package io.takewithott.recommender;

import io.takewithott.recommender.Audience.Member;
import io.takewithott.recommender.Audience.Scope;
import io.takewithott.recommender.TrainReport.RankReport;
import io.takewithott.recommender.ranking.Ranker;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Brings everybody's ranking to a model that has just become the current one. */
final class RankingStage {
  private final Audience audience;
  private final RankingStore rankings;
  private final RankingRun run;
  private final SimilarStage similar;
  private final InstantSource clock;

  RankingStage(
      Audience audience,
      RankingStore rankings,
      RankingRun run,
      SimilarStage similar,
      InstantSource clock) {
    this.audience = audience;
    this.rankings = rankings;
    this.run = run;
    this.similar = similar;
    this.clock = clock;
  }

  /** Whom to rank; asked before the ratings are read, see {@link #rank}. */
  List<Member> members(Scope scope) {
    return members(scope, UserRange.EVERYBODY);
  }

  List<Member> members(Scope scope, UserRange range) {
    return audience.members(scope, range);
  }

  /**
   * @param members as they were before the ratings were read: a ranking may know more than its
   *     version says, but never less
   */
  RankReport rank(Ranker ranker, Scope scope, List<Member> members, RatingsSnapshot ratings) {
    RankReport report = rank(ranker, scope, UserRange.EVERYBODY, members, ratings);
    finish(ranker);
    return report;
  }

  /** The same for some users alone; what belongs to nobody is left to {@link #finish}. */
  RankReport rank(
      Ranker ranker, Scope scope, UserRange range, List<Member> members, RatingsSnapshot ratings) {
    RankReport report = run.rank(members, ratings, ranker);
    run.catchUp(changedSince(members, scope, range), ranker);
    return report;
  }

  void finish(Ranker ranker) {
    similar.write(ranker.versioned());
    // Last: that this ranking knows the model says that the work came to its end.
    rankings.write(ranker.everybody(clock.instant()));
  }

  private List<Member> changedSince(List<Member> members, Scope scope, UserRange range) {
    Map<Long, Long> versions =
        members.stream().collect(Collectors.toMap(Member::userId, Member::tasteVersion));
    return audience.members(scope, range).stream()
        .filter(member -> versions.getOrDefault(member.userId(), -1L) < member.tasteVersion())
        .toList();
  }
}
