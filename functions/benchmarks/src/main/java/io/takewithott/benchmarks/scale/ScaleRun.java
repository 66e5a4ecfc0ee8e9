package io.takewithott.benchmarks.scale;

import io.takewithott.benchmarks.HybridTraining;
import io.takewithott.benchmarks.MeasuredPhases;
import io.takewithott.benchmarks.Stages;
import io.takewithott.benchmarks.Stages.Cost;
import io.takewithott.benchmarks.Stages.Measured;
import io.takewithott.benchmarks.TopUnseen;
import io.takewithott.benchmarks.baseline.Popularity;
import io.takewithott.benchmarks.report.ProgressBar;
import io.takewithott.benchmarks.synthetic.SyntheticWorld;
import io.takewithott.benchmarks.synthetic.WorldShape;
import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.score.Histories;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/** Makes a world, trains on it, ranks its active users, and looks whether anything was learned. */
final class ScaleRun {
  private static final int LISTED = 100;
  private static final int DEPTH = 10;

  private final Stages stages;
  private final HybridTraining training;

  ScaleRun(Stages stages, HybridTraining training) {
    this.stages = stages;
    this.training = training;
  }

  Result measure(WorldShape shape) throws Exception {
    stages.progress("== " + shape);
    ProgressBar making = stages.bar("users made", shape.users());
    Measured<SyntheticWorld> world =
        stages.measure("make the world", () -> SyntheticWorld.of(shape, making));
    RatingsSnapshot ratings = world.result().ratings();
    MeasuredPhases phases = new MeasuredPhases(stages);
    Measured<HybridModel> model =
        stages.measure("train", () -> training.train(ratings, world.result().catalogue(), phases));
    TopUnseen top = new TopUnseen(model.result());
    int[] active = world.result().activeUsers();
    Measured<Long> ranked = stages.measure("rank the active", () -> rank(top, ratings, active));
    Quality quality = stages.run("measure quality", () -> quality(world.result(), model.result()));
    return new Result(
        shape,
        ratings.size(),
        active.length,
        world.cost(),
        model.cost(),
        phases.costs(),
        ranked.cost(),
        quality);
  }

  /** How many titles were listed. */
  private long rank(TopUnseen top, RatingsSnapshot ratings, int[] users) {
    ProgressBar bar = stages.bar("ranked", users.length);
    return Arrays.stream(users)
        .parallel()
        .mapToLong(
            user -> {
              long listed = top.of(Histories.of(ratings, user), LISTED).size();
              bar.step();
              return listed;
            })
        .sum();
  }

  private static Quality quality(SyntheticWorld world, HybridModel model) {
    TopUnseen top = new TopUnseen(model);
    RatingsSnapshot ratings = world.ratings();
    Popularity popularity = new Popularity(ratings);
    double ours = 0;
    double popular = 0;
    for (Map.Entry<Long, Set<Long>> answer : world.heldOut().entrySet()) {
      int user = ratings.userIndex(answer.getKey());
      List<Long> named =
          top.of(Histories.of(ratings, user), DEPTH).stream()
              .map(scored -> model.titleId(scored.title()))
              .toList();
      Set<Long> liked = answer.getValue();
      ours += ndcg(named, liked);
      popular +=
          ndcg(
              popularity.top(title -> ratings.position(user, ratings.titleIndex(title)) < 0, DEPTH),
              liked);
    }
    int users = Math.max(1, world.heldOut().size());
    return new Quality(ours / users, popular / users, world.heldOut().size());
  }

  private static double ndcg(List<Long> named, Set<Long> liked) {
    double gain = 0;
    for (int place = 0; place < named.size(); place++) {
      gain += liked.contains(named.get(place)) ? discount(place) : 0;
    }
    double ideal =
        LongStream.range(0, Math.min(DEPTH, liked.size()))
            .mapToDouble(place -> discount((int) place))
            .sum();
    return gain / ideal;
  }

  private static double discount(int place) {
    return Math.log(2) / Math.log(place + 2.0);
  }

  /** nDCG@10 of the held-out liked titles, ours and popularity's, of so many users. */
  record Quality(double ours, double popularity, int users) {}

  /** What one size cost. */
  record Result(
      WorldShape shape,
      int ratings,
      int activeUsers,
      Cost making,
      Cost training,
      Map<String, Cost> phases,
      Cost ranking,
      Quality quality) {}
}
