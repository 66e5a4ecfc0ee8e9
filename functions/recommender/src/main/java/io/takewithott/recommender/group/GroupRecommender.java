package io.takewithott.recommender.group;

import io.takewithott.core.ranking.GroupStrategy;
import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.score.Candidates;
import io.takewithott.recommender.score.Scorer;
import io.takewithott.recommender.score.ViewerRescorer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Finds titles for several people at once, with one model. */
public final class GroupRecommender {
  /** More do not watch together, and the work grows with each. */
  public static final int MOST_MEMBERS = 20;

  /** Several pages' worth; the fair order takes a look at the catalogue for each place. */
  public static final int MOST_TITLES = 100;

  private final HybridModel model;
  private final Scorer scorer;

  public GroupRecommender(HybridModel model) {
    this.model = model;
    this.scorer = new Scorer(model);
  }

  /** Titles that none of them has seen. */
  public List<GroupTitle> recommendTogether(
      List<GroupMember> users, GroupStrategy strategy, int most) {
    return recommendTogether(users, strategy, most, Seen.BY_NOBODY);
  }

  /** The best titles for all; what one of them may not or does not want to be shown is left out. */
  public List<GroupTitle> recommendTogether(
      List<GroupMember> users, GroupStrategy strategy, int most, Seen seen) {
    check(users, most);
    // In one order, so that sums round alike whoever is named first.
    List<MemberScores> members =
        users.stream()
            .sorted(Comparator.comparingLong(GroupMember::userId))
            .map(user -> scores(user, seen))
            .toList();
    int[] common =
        IntStream.range(0, model.titleCount())
            .filter(title -> members.stream().allMatch(member -> member.has(title)))
            .toArray();
    double[][] scores =
        members.stream()
            .map(member -> Arrays.stream(common).mapToDouble(member::score).toArray())
            .toArray(double[][]::new);
    return Arrays.stream(strategy.order(scores, most))
        .map(place -> common[place])
        .mapToObj(title -> explained(title, members))
        .toList();
  }

  private static void check(List<GroupMember> users, int most) {
    if (users.isEmpty() || users.size() > MOST_MEMBERS) {
      throw new IllegalArgumentException(
          users.size() + " members, 1 to " + MOST_MEMBERS + " are possible");
    }
    if (users.stream().map(GroupMember::userId).distinct().count() < users.size()) {
      throw new IllegalArgumentException("a member is there twice");
    }
    if (most < 1 || most > MOST_TITLES) {
      throw new IllegalArgumentException(most + " titles, 1 to " + MOST_TITLES + " are possible");
    }
  }

  private MemberScores scores(GroupMember user, Seen seen) {
    ViewerRescorer rescorer = new ViewerRescorer(user.viewer(), model);
    Candidates candidates =
        Candidates.of(model, scorer.score(user.viewer().history()), rescorer, seen == Seen.ALLOWED);
    return new MemberScores(user.userId(), candidates);
  }

  private GroupTitle explained(int title, List<MemberScores> members) {
    return new GroupTitle(
        model.titleId(title), members.stream().map(member -> member.view(title)).toList());
  }
}
