package io.takewithott.benchmarks;

import io.takewithott.benchmarks.SplitFolder.Part;
import io.takewithott.benchmarks.Stages.Measured;
import io.takewithott.benchmarks.report.ProgressBar;
import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.score.TopTitles.Scored;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Ranks the users of a split for an independent scorer. The output has a line a user: the user and
 * 100 items, best first, separated by tabs. It refuses to write lists in which two titles have one
 * score or two users of different histories have the same scores.
 */
public final class RankingExport {
  private static final int LISTED = 100;

  private final Stages stages;
  private final ModelTraining training;

  public RankingExport(Stages stages, ModelTraining training) {
    this.stages = stages;
    this.training = training;
  }

  /** The users of the top-N protocol. */
  public Times topn(SplitFolder split, Path output) throws Exception {
    Answer answer = answer(stages.run("topn: read", split::topn));
    write(answer.lists(), output);
    return answer.times();
  }

  /** The strangers of all cold-start groups, each ranked by a model that never saw its group. */
  public Times cold(SplitFolder split, Path output) throws Exception {
    List<RankedList> all = new ArrayList<>();
    double fit = 0;
    double rank = 0;
    for (String group : split.coldGroups()) {
      Answer answer = answer(stages.run("cold " + group + ": read", () -> split.cold(group)));
      all.addAll(answer.lists());
      fit += answer.times().fitSeconds();
      rank += answer.times().rankSeconds();
    }
    write(all, output);
    return new Times(fit, rank);
  }

  private Answer answer(Part part) throws Exception {
    stages.progress(
        part.ratings().snapshot().userCount()
            + " users, "
            + part.ratings().catalogue().length
            + " items, "
            + part.ratings().snapshot().size()
            + " ratings");
    Measured<HybridModel> model =
        stages.measure(
            part.name() + ": train",
            () -> training.train(part.ratings().snapshot(), part.ratings().catalogue()));
    Measured<List<RankedList>> lists =
        stages.measure(part.name() + ": rank", () -> rank(model.result(), part));
    RankedList.refuseTwinsAndTies(lists.result());
    return new Answer(lists.result(), new Times(model.cost().seconds(), lists.cost().seconds()));
  }

  private List<RankedList> rank(HybridModel model, Part part) {
    TopUnseen top = new TopUnseen(model);
    ProgressBar bar = stages.bar(part.name() + ": rank", part.users().size());
    return part.users().entrySet().parallelStream()
        .map(
            user -> {
              List<Scored> best = top.of(user.getValue(), LISTED);
              bar.step();
              return new RankedList(
                  user.getKey(),
                  user.getValue(),
                  best.stream()
                      .map(scored -> part.ratings().items().text(model.titleId(scored.title())))
                      .toList(),
                  best.stream().map(Scored::score).toList());
            })
        .toList();
  }

  private static void write(List<RankedList> lists, Path output) throws Exception {
    Files.write(output, lists.stream().map(RankedList::line).toList());
  }

  /** How long training took, and ranking everybody. */
  public record Times(double fitSeconds, double rankSeconds) {}

  private record Answer(List<RankedList> lists, Times times) {}
}
