package io.takewithott.recommender;

import io.takewithott.core.Environment;
import io.takewithott.recommender.Audience.Member;
import io.takewithott.recommender.Audience.Scope;
import io.takewithott.recommender.Catalogue.Listing;
import io.takewithott.recommender.TrainReport.RankReport;
import io.takewithott.recommender.model.ModelStore;
import io.takewithott.recommender.ranking.Ranker;
import io.takewithott.recommender.snapshot.PartedRatings;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import io.takewithott.recommender.storage.EditionShelf.Seen;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a training on other machines has in common with the one in a function: where ratings, titles
 * and models are, and how users are ranked. One on each machine that takes part.
 */
public final class TrainingDesk {
  private final RecommenderWiring wiring;

  private TrainingDesk(RecommenderWiring wiring) {
    this.wiring = wiring;
  }

  /**
   * @param environment the settings of the recommender
   * @param longest the longest that its work here may take
   */
  public static TrainingDesk of(Environment environment, InstantSource clock, Duration longest) {
    RecommenderWiring wiring = new RecommenderWiring(RecommenderConfig.from(environment), clock);
    wiring.budget().begin(longest);
    return new TrainingDesk(wiring);
  }

  public Listing titles() {
    return wiring.catalogue().read();
  }

  public PartedRatings parts() {
    return wiring.parts();
  }

  /** What is known of the function's own trainings, for the next decision where to train. */
  public static Map<String, Long> carriedAlong(Optional<Seen> pointer) {
    Map<String, Long> notes = new HashMap<>();
    pointer
        .flatMap(Seen::pointer)
        .ifPresent(
            models -> {
              for (String note : List.of(EngineRule.SECONDS, EngineRule.RATINGS)) {
                notes.put(note, models.current().number(note));
              }
            });
    return notes;
  }

  public TrainingLease lease() {
    return wiring.lease();
  }

  public ModelStore models() {
    return wiring.models();
  }

  /**
   * Ranks users by the current model.
   *
   * @param ratings theirs; asked for after who they are was read
   */
  public RankReport rank(
      Scope scope, UserRange range, Supplier<RatingsSnapshot> ratings, Ranker ranker) {
    RankingStage stage = wiring.rankingStage();
    List<Member> members = stage.members(scope, range);
    return stage.rank(ranker, scope, range, members, ratings.get());
  }

  /** What is done once everybody is ranked. */
  public void finish(Ranker ranker) {
    wiring.rankingStage().finish(ranker);
  }
}
