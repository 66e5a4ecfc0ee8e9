package io.takewithott.benchmarks;

import io.takewithott.benchmarks.SplitFolder.Asked;
import io.takewithott.benchmarks.SplitFolder.Fold;
import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.score.Scorer;
import io.takewithott.recommender.score.Scores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Predicts held-out ratings with the stars that the whole hybrid serves: a model a fold, the user
 * folded in from their training ratings.
 */
public final class StarsExport implements RatingProtocol {
  private final Stages stages;
  private final HybridTraining training;

  public StarsExport(Stages stages, HybridTraining training) {
    this.stages = stages;
    this.training = training;
  }

  @Override
  public void write(Path split, Path output) throws Exception {
    SplitFolder folder = new SplitFolder(split);
    List<String> lines = new ArrayList<>();
    for (int number = 0; number < folder.folds(); number++) {
      Fold fold = read(folder, number);
      String name = "fold " + number;
      HybridModel model =
          stages.run(
              name + ": train",
              () -> training.train(fold.ratings().snapshot(), fold.ratings().catalogue()));
      lines.addAll(stages.run(name + ": predict", () -> predictions(model, fold)));
    }
    Files.write(output, lines);
  }

  private Fold read(SplitFolder folder, int number) throws Exception {
    return stages.run("fold " + number + ": read", () -> folder.fold(number));
  }

  private static List<String> predictions(HybridModel model, Fold fold) throws IOException {
    Map<String, List<String>> itemsByUser = new LinkedHashMap<>();
    for (Asked asked : fold.asked()) {
      itemsByUser.computeIfAbsent(asked.user(), user -> new ArrayList<>()).add(asked.item());
    }
    Scorer scorer = new Scorer(model);
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, List<String>> user : itemsByUser.entrySet()) {
      Scores scores = scorer.score(fold.ratings().history(user.getKey()));
      for (String item : user.getValue()) {
        int title = model.titleIndex(fold.ratings().items().number(item));
        if (title < 0) {
          throw new IOException("Item " + item + " is not in items.txt");
        }
        double points = fold.ratings().scale().points(scores.stars(title));
        lines.add(
            String.format(
                Locale.ROOT, "%d,%s,%s,%.5f", fold.number(), user.getKey(), item, points));
      }
    }
    return lines;
  }
}
