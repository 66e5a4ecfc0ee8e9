package io.takewithott.recommender.stars;

import io.takewithott.recommender.algebra.Blocks;
import io.takewithott.recommender.algebra.SplitMix64;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which ratings are held out in one of several rounds: a tenth of those of some users, by a hash of
 * the seed and the place. Of large data few users are enough.
 *
 * @param round every rating is held out in one round of ten at most
 * @param everyNthUser 1 for all users
 */
record HeldOutPart(long seed, int round, int everyNthUser) implements Incidence.Part {
  private static final int OF = 10;

  /** More held-out ratings do not change what is decided on them. */
  private static final int ENOUGH = 100_000;

  static HeldOutPart of(int ratings, long seed, int round) {
    return new HeldOutPart(seed, round, Math.max(1, ratings / OF / ENOUGH));
  }

  @Override
  public boolean has(int user, int position) {
    return Long.remainderUnsigned(SplitMix64.mixed(seed + user), everyNthUser) == 0
        && Long.remainderUnsigned(SplitMix64.mixed(~seed ^ position), OF) == round;
  }

  Incidence.Part rest() {
    return (user, position) -> !has(user, position);
  }

  /** What a model that was trained on the rest knows about the held-out ratings. */
  static List<Case> cases(StarModel model, Incidence seen, Incidence unseen) {
    List<List<Case>> byUser = new ArrayList<>();
    for (int user = 0; user < unseen.rows(); user++) {
      byUser.add(new ArrayList<>());
    }
    Blocks.each(
        unseen.rows(),
        (from, to) -> {
          for (int user = from; user < to; user++) {
            if (unseen.count(user) > 0) {
              addCases(model, seen, unseen, user, byUser.get(user));
            }
          }
        });
    return byUser.stream().flatMap(List::stream).toList();
  }

  private static void addCases(
      StarModel model, Incidence seen, Incidence unseen, int user, List<Case> cases) {
    StarViewer viewer = viewer(model, seen, user);
    for (int k = unseen.begin(user); k < unseen.end(user); k++) {
      int title = unseen.other(k);
      double baseline = model.baseline().stars(title) + viewer.traits().bias();
      cases.add(new Case(model.clues(viewer, title), baseline, unseen.stars(k)));
    }
  }

  /** A user of the training, folded in. */
  static StarViewer viewer(StarModel model, Incidence users, int user) {
    int[] titles = users.others(user);
    float[] weights = new float[titles.length];
    Arrays.fill(weights, 1f);
    return model.foldIn(titles, users.stars(users.begin(user), users.end(user)), weights);
  }
}
