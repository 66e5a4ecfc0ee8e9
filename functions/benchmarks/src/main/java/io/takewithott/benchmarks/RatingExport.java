package io.takewithott.benchmarks;

import io.takewithott.benchmarks.SplitFolder.Asked;
import io.takewithott.benchmarks.SplitFolder.Fold;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import io.takewithott.recommender.stars.StarModel;
import io.takewithott.recommender.stars.StarTraining;
import io.takewithott.recommender.stars.StarViewer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Predicts the held-out ratings of every fold of a data set. Each fold's model sees the fold's
 * training ratings alone; every prediction is made as it is served, by folding the user in from
 * their training ratings, and lies within the scale of these.
 */
public final class RatingExport implements RatingProtocol {
  private static final long SEED = 20261101;
  private static final Duration LONGEST = Duration.ofHours(1);

  private final Stages stages;
  private final InstantSource clock;

  public RatingExport(Stages stages, InstantSource clock) {
    this.stages = stages;
    this.clock = clock;
  }

  @Override
  public void write(Path split, Path output) throws Exception {
    SplitFolder folder = new SplitFolder(split);
    List<String> lines = new ArrayList<>();
    for (int number = 0; number < folder.folds(); number++) {
      int fold = number;
      Fold data = stages.run("fold " + fold + ": read", () -> folder.fold(fold));
      Instant end = clock.instant().plus(LONGEST);
      StarModel model =
          stages.run(
              "fold " + fold + ": train",
              () ->
                  StarTraining.train(
                      data.ratings().snapshot(), SEED, () -> clock.instant().isAfter(end)));
      lines.addAll(stages.run("fold " + fold + ": predict", () -> predictions(model, data)));
    }
    if (lines.isEmpty()) {
      throw new IllegalArgumentException(split.getFileName() + " has no fold cv0");
    }
    Files.write(output, lines);
  }

  private static List<String> predictions(StarModel model, Fold data) {
    List<String> lines = new ArrayList<>();
    String before = "";
    StarViewer viewer = viewer(model, data, before);
    for (Asked asked : data.asked()) {
      if (!asked.user().equals(before)) {
        before = asked.user();
        viewer = viewer(model, data, before);
      }
      int title = data.ratings().snapshot().titleIndex(data.ratings().items().number(asked.item()));
      if (title < 0) {
        throw new IllegalArgumentException("Item " + asked.item() + " is not in items.txt");
      }
      double points = data.ratings().scale().points(viewer.stars(title));
      double prediction = Math.max(data.least(), Math.min(data.most(), points));
      lines.add(
          String.format(
              Locale.ROOT, "%d,%s,%s,%.5f", data.number(), asked.user(), asked.item(), prediction));
    }
    return lines;
  }

  private static StarViewer viewer(StarModel model, Fold data, String name) {
    RatingsSnapshot ratings = data.ratings().snapshot();
    int user = ratings.userIndex(data.ratings().users().number(name));
    int begin = user < 0 ? 0 : ratings.begin(user);
    int length = user < 0 ? 0 : ratings.end(user) - begin;
    int[] titles = new int[length];
    float[] stars = new float[length];
    float[] weights = new float[length];
    for (int k = 0; k < length; k++) {
      titles[k] = ratings.title(begin + k);
      stars[k] = ratings.halfStars(begin + k) / 2f;
      weights[k] = 1f;
    }
    return model.foldIn(titles, stars, weights);
  }
}
