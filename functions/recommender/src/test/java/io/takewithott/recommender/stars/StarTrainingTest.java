package io.takewithott.recommender.stars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.takewithott.recommender.snapshot.RatingsMatrix;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import io.takewithott.recommender.storage.SectionFile;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StarTrainingTest {
  private static final int LOVED_BY_ODD = 4;
  private static final int LOVED_BY_EVEN = 5;

  private static RatingsSnapshot ratings = RatingsSnapshot.EMPTY;
  private static StarModel model = StarTraining.train(RatingsSnapshot.EMPTY, 7, () -> false);

  @BeforeAll
  static void train() {
    ratings = StarWorlds.twoTastes();
    model = StarTraining.train(ratings, 7, () -> false);
  }

  private static StarViewer trained(int user) {
    return HeldOutPart.viewer(model, Incidence.ofUsers(ratings, Incidence.Part.ALL), user);
  }

  private static byte[] file(StarModel anyModel) {
    return StarModelSections.write(anyModel, new SectionFile.Writer()).file("TESTFILE", 1);
  }

  @Test
  void starsFollowTheTaste() {
    StarViewer odd = trained(2);
    StarViewer even = trained(3);

    assertThat(odd.stars(LOVED_BY_ODD)).isEqualTo(4.5, within(0.6));
    assertThat(odd.stars(LOVED_BY_EVEN)).isEqualTo(2, within(0.6));
    assertThat(even.stars(LOVED_BY_ODD)).isEqualTo(2, within(0.6));
    assertThat(even.stars(LOVED_BY_EVEN)).isEqualTo(4.5, within(0.6));
  }

  @Test
  void threeRatingsOfAStrangerAreEnoughToTellTheTaste() {
    StarViewer stranger =
        model.foldIn(new int[] {10, 12, 11}, new float[] {4.5f, 4.5f, 2}, new float[] {1, 1, 1});

    assertThat(stranger.stars(LOVED_BY_ODD)).isGreaterThan(stranger.stars(LOVED_BY_EVEN) + 1);
  }

  @Test
  void theOrderOfAHistoryDoesNotMatter() {
    StarViewer one = model.foldIn(new int[] {10, 11}, new float[] {4.5f, 2}, new float[] {1, 1});
    StarViewer other = model.foldIn(new int[] {11, 10}, new float[] {2, 4.5f}, new float[] {1, 1});

    assertThat(one.stars(LOVED_BY_ODD)).isEqualTo(other.stars(LOVED_BY_ODD), within(1e-5));
  }

  @Test
  void partsAddUpToTheStars() {
    StarViewer viewer = trained(2);
    for (int title = 0; title < model.titleCount(); title++) {
      double sum = viewer.baseline(title) + viewer.svd(title) + viewer.knn(title);
      assertThat(viewer.stars(title)).isEqualTo(Math.max(0.5, Math.min(5, sum)), within(1e-9));
    }
  }

  @Test
  void starsStayWithinTheScale() {
    int[] titles = new int[40];
    float[] most = new float[40];
    float[] weights = new float[40];
    for (int k = 0; k < 40; k++) {
      titles[k] = 2 * k;
      most[k] = 5;
      weights[k] = 3;
    }
    StarViewer enthusiast = model.foldIn(titles, most, weights);

    for (int title = 0; title < model.titleCount(); title++) {
      assertThat(enthusiast.stars(title)).isBetween(0.5, 5.0);
    }
  }

  @Test
  void theSameRatingsAndSeedGiveTheSameModelOnAnyNumberOfThreads() throws Exception {
    ForkJoinPool single = new ForkJoinPool(1);
    byte[] alone = single.submit(() -> file(StarTraining.train(ratings, 7, () -> false))).get();
    single.shutdown();

    assertThat(alone).isEqualTo(file(model));
  }

  @Test
  void anotherSeedGivesAnotherModel() {
    assertThat(file(StarTraining.train(ratings, 8, () -> false))).isNotEqualTo(file(model));
  }

  /** Of ratings that the training never saw, with what it said of their deviation. */
  @Test
  void standardisedErrorsHaveAVarianceNearOne() {
    HeldOutPart part = new HeldOutPart(99, 3, 1);
    RatingsSnapshot seen = without(part);
    StarModel blind = StarTraining.train(seen, 7, () -> false);
    Incidence history = Incidence.ofUsers(ratings, part.rest());
    double sum = 0;
    var cases = HeldOutPart.cases(blind, history, Incidence.ofUsers(ratings, part));
    for (Case one : cases) {
      double error = one.error(blind.stack());
      sum += error * error / blind.doubt().variance(one.clues());
    }

    assertThat(cases).hasSizeGreaterThan(200);
    assertThat(sum / cases.size()).isBetween(0.75, 1.25);
  }

  private static RatingsSnapshot without(HeldOutPart part) {
    boolean[] held = new boolean[ratings.size()];
    for (int user = 0; user < ratings.userCount(); user++) {
      for (int k = ratings.begin(user); k < ratings.end(user); k++) {
        held[k] = part.has(user, k);
      }
    }
    return ratings.where(position -> !held[position]);
  }

  @Test
  void whereEverybodyHasOneRatingItIsAsGoodAsTheBaseline() {
    RatingsSnapshot lonely = StarWorlds.oneRatingEach(3000);
    HeldOutPart part = new HeldOutPart(5, 0, 1);
    StarModel trained = StarTraining.train(lonely, 7, () -> false);
    Incidence nothing = Incidence.ofUsers(lonely, (user, position) -> false);

    Fit fit =
        new Fit(
            HeldOutPart.cases(trained, nothing, Incidence.ofUsers(lonely, part)),
            trained.stack(),
            trained.doubt());

    assertThat(fit.rmse(trained.stack())).isLessThan(fit.rmse(Stack.BASELINE) * 1.01);
  }

  @Test
  void whereEverythingGetsTheSameStarsTheseArePredicted() {
    StarModel constant =
        StarTraining.train(
            RatingsMatrix.snapshot(
                """
                    10  11  12  13
                1    4   4   .   4
                2    4   .   4   4
                3    .   4   4   4
                """),
            7,
            () -> false);
    StarViewer viewer = constant.foldIn(new int[] {0}, new float[] {4}, new float[] {1});

    assertThat(viewer.stars(2)).isEqualTo(4, within(0.2));
    assertThat(viewer.deviation(2)).isPositive().isFinite();
  }

  @Test
  void withoutRatingsEverybodyIsPredictedTheMiddle() {
    StarModel empty =
        StarTraining.train(RatingsSnapshot.EMPTY.over(new long[] {5, 6}), 7, () -> false);
    StarViewer viewer = empty.foldIn(new int[0], new float[0], new float[0]);

    assertThat(empty.titleCount()).isEqualTo(2);
    assertThat(viewer.stars(0)).isEqualTo(3, within(1e-6));
    assertThat(viewer.deviation(0)).isEqualTo(1, within(1e-6));
  }

  @Test
  void withoutTimeThereIsAModelAllTheSame() {
    StarModel hurried = StarTraining.train(ratings, 7, () -> true);
    StarViewer viewer = hurried.foldIn(new int[] {1}, new float[] {4}, new float[] {1});

    assertThat(viewer.stars(3)).isBetween(0.5, 5.0);
  }

  @Test
  void aTitleThatNobodyRatedHasAFinitePrediction() {
    long[] catalogue = new long[90];
    for (int i = 0; i < 90; i++) {
      catalogue[i] = i + 1L;
    }
    StarModel wider = StarTraining.train(ratings.over(catalogue), 7, () -> false);
    StarViewer viewer = wider.foldIn(new int[] {1}, new float[] {4}, new float[] {1});

    assertThat(viewer.stars(85)).isBetween(1.5, 4.9);
    assertThat(viewer.deviation(85)).isPositive().isFinite();
  }
}
