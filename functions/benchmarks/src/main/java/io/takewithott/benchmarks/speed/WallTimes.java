package io.takewithott.benchmarks.speed;

import io.takewithott.benchmarks.HybridTraining;
import io.takewithott.benchmarks.MeasuredPhases;
import io.takewithott.benchmarks.Stages;
import io.takewithott.benchmarks.Stages.Cost;
import io.takewithott.benchmarks.Stages.Measured;
import io.takewithott.benchmarks.TopUnseen;
import io.takewithott.benchmarks.baseline.Sample;
import io.takewithott.benchmarks.baseline.Sample.Done;
import io.takewithott.benchmarks.baseline.TasteBaseline;
import io.takewithott.benchmarks.baseline.TasteRanking;
import io.takewithott.benchmarks.report.ProgressBar;
import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.score.Histories;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.mahout.cf.taste.model.DataModel;
import org.apache.mahout.cf.taste.recommender.Recommender;

/**
 * Times training and the ranking of everybody, ours and Taste's, one after the other on the same
 * ratings, all on all cores. What would take Taste more than a minute is done in part: training for
 * one of its rounds, which take equally long, ranking for a sample of users.
 */
final class WallTimes {
  static final String OURS = "Take With OTT";
  static final String OURS_CHOSEN = OURS + ", settings known";
  private static final int LISTED = 100;
  private static final Duration LONGEST = Duration.ofMinutes(1);

  /** Those that can name titles in a tolerable time for a user; of these everybody is ranked. */
  private static final Set<TasteBaseline> RANKED =
      Set.of(
          TasteBaseline.ITEM_BASED_LLR, TasteBaseline.ITEM_BASED_PEARSON, TasteBaseline.RATING_SGD);

  private final Stages stages;
  private final InstantSource clock;

  WallTimes(Stages stages, InstantSource clock) {
    this.stages = stages;
    this.clock = clock;
  }

  List<Timing> measure(SpeedWorld world) throws Exception {
    stages.progress("== " + world.name() + ": " + world.ratings().size() + " ratings");
    List<Timing> timings = new ArrayList<>();
    timings.addAll(ours(world));
    for (TasteBaseline baseline : TasteBaseline.values()) {
      System.gc();
      timings.add(taste(world, baseline));
    }
    return timings;
  }

  /** With the choosing of settings, and what of it is left when they are known. */
  private List<Timing> ours(SpeedWorld world) throws Exception {
    RatingsSnapshot ratings = world.ratings();
    MeasuredPhases phases = new MeasuredPhases(stages);
    Measured<HybridModel> model =
        stages.measure(
            OURS + ": train",
            () -> new HybridTraining(clock).train(ratings, world.catalogue(), phases));
    TopUnseen top = new TopUnseen(model.result());
    Ranked ranked =
        rankAll(OURS, ratings, user -> top.of(Histories.of(ratings, user), LISTED).size());
    Cost known = phases.withoutChoosing();
    return List.of(
        timing(
            world,
            OURS,
            model.cost(),
            model.cost().seconds(),
            ranked,
            model.cost().peakHeapMegabytes()),
        timing(world, OURS_CHOSEN, known, known.seconds(), Ranked.NOT, known.peakHeapMegabytes()));
  }

  private Timing taste(SpeedWorld world, TasteBaseline baseline) throws Exception {
    DataModel data = baseline.data(world.ratings());
    int rounds = baseline.iterations();
    Measured<Recommender> trained =
        stages.measure(
            baseline + ": train, " + Math.min(1, rounds) + " round",
            () -> baseline.over(data, Math.min(1, rounds)));
    double expected = trained.cost().seconds() * rounds;
    if (rounds > 1 && expected <= LONGEST.toSeconds()) {
      trained = stages.measure(baseline + ": train, " + rounds, () -> baseline.over(data, rounds));
      expected = trained.cost().seconds();
    }
    Ranked ranked = Ranked.NOT;
    if (RANKED.contains(baseline)) {
      TasteRanking taste = new TasteRanking(trained.result());
      RatingsSnapshot ratings = world.ratings();
      ranked =
          rankAll(
              baseline.title(), ratings, user -> taste.top(ratings.userId(user), LISTED).size());
    }
    return timing(
        world,
        baseline.title(),
        trained.cost(),
        expected,
        ranked,
        trained.cost().peakHeapMegabytes());
  }

  private Ranked rankAll(String name, RatingsSnapshot ratings, Function<Integer, Integer> titlesOf)
      throws Exception {
    List<Integer> users = IntStream.range(0, ratings.userCount()).boxed().toList();
    ProgressBar bar = stages.bar(name, users.size());
    Measured<Done<Integer, Integer>> done =
        stages.measure(
            name + ": rank",
            () ->
                new Sample(clock, LONGEST)
                    .of(
                        users,
                        user -> {
                          int titles = titlesOf.apply(user);
                          bar.step();
                          return titles;
                        }));
    return new Ranked(
        done.result().answers().size(),
        done.result().secondsForAll(),
        done.cost().peakHeapMegabytes());
  }

  private static Timing timing(
      SpeedWorld world, String name, Cost trained, double seconds, Ranked ranked, long trainPeak) {
    return new Timing(
        world.ratings().size(),
        world.ratings().userCount(),
        name,
        seconds,
        seconds > trained.seconds(),
        trainPeak,
        ranked.users(),
        ranked.seconds(),
        ranked.peakHeapMegabytes());
  }

  /** The users ranked, and how long all of them take. */
  private record Ranked(int users, double seconds, long peakHeapMegabytes) {
    static final Ranked NOT = new Ranked(0, Double.NaN, 0);
  }

  /**
   * What one recommender took.
   *
   * @param trainExtrapolated whether only one round was trained
   * @param rankedUsers how many of the users were ranked
   * @param rankSeconds for all of them, {@code NaN} when none was ranked
   */
  record Timing(
      int ratings,
      int users,
      String name,
      double trainSeconds,
      boolean trainExtrapolated,
      long trainPeakMegabytes,
      int rankedUsers,
      double rankSeconds,
      long rankPeakMegabytes) {}
}
