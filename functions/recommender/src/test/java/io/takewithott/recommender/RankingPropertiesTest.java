package io.takewithott.recommender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.score.History;
import io.takewithott.recommender.score.History.Entry;
import io.takewithott.recommender.score.Scorer;
import io.takewithott.recommender.score.Scores;
import io.takewithott.recommender.snapshot.RatingLog;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import io.takewithott.recommender.taste.HybridRecommender;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.mahout.cf.taste.recommender.RecommendedItem;

/**
 * What holds for every world and every history. Of numbers and orders precisely this: the order in
 * which ratings are read changes nothing at all; the order of a history's entries changes nothing
 * but how sums round; numbering users and titles otherwise, in the same order, changes nothing but
 * the last, tiny part of a score that decides between equals. In another order the ratings that
 * training holds out and the start of the factors are other ones: then scores move, and tastes
 * stay.
 */
class RankingPropertiesTest {
  /** More than the part of a score that decides between equals, less than any rating's effect. */
  private static final double ROUNDING = 1e-6;

  private static final long[] CATALOGUE = LongStream.rangeClosed(1, 16).toArray();
  private static final HybridModel MODEL = TwoTastes.model();
  private static final HybridRecommender RECOMMENDER =
      new HybridRecommender(MODEL, TwoTastes.ratings());

  @Property(tries = 50)
  void topFewIsPrefixOfTopMany(
      @ForAll @IntRange(min = 1, max = 80) int user,
      @ForAll @IntRange(min = 1, max = 90) int few,
      @ForAll @IntRange(min = 1, max = 90) int more)
      throws Exception {
    List<RecommendedItem> top = RECOMMENDER.recommend(user, few);

    assertThat(RECOMMENDER.recommend(user, few + more).subList(0, top.size())).isEqualTo(top);
  }

  @Property(tries = 100)
  void theOrderOfAHistoryDoesNotMatter(
      @ForAll("histories") List<Entry> history, @ForAll Random random) {
    List<Entry> shuffled = new ArrayList<>(history);
    Collections.shuffle(shuffled, random);

    assertSame(scores(MODEL, new History(history)), scores(MODEL, new History(shuffled)), ROUNDING);
  }

  /** With and then without a rating is, to the last digit, as if it had never been. */
  @Property(tries = 100)
  void removingARatingUndoesIt(
      @ForAll("histories") @Size(min = 1) List<Entry> history, @ForAll Random random) {
    List<Entry> without = new ArrayList<>(history);
    without.remove(random.nextInt(history.size()));
    double[] before = scores(new Scorer(MODEL), MODEL, new History(without));

    Scorer scorer = new Scorer(MODEL);
    double[] with = scores(scorer, MODEL, new History(history));
    double[] after = scores(scorer, MODEL, new History(without));

    assertThat(after).isEqualTo(before);
    assertThat(with).isNotEqualTo(before);
  }

  /** The user of a snapshot, and a stranger with the same ratings whom the snapshot never had. */
  @Property(tries = 40)
  void foldInIsTheTrainingRow(@ForAll @IntRange(min = 1, max = 80) int user) throws Exception {
    RatingsSnapshot ratings = TwoTastes.ratings();
    int row = ratings.userIndex(user);
    List<Entry> own = new ArrayList<>();
    for (int k = ratings.begin(row); k < ratings.end(row); k++) {
      own.add(
          Entry.rated(
              ratings.titleId(ratings.title(k)),
              ratings.halfStars(k),
              ratings.ratedAtEpochSeconds(k)));
    }
    Scores folded = new Scorer(MODEL).score(History.of(own, List.of()));

    for (RecommendedItem item : RECOMMENDER.recommend(user, 82)) {
      assertThat((float) folded.score(MODEL.titleIndex(item.getItemID())))
          .isEqualTo(item.getValue());
    }
  }

  @Property(tries = 15)
  void theOrderInWhichRatingsAreReadDoesNotMatter(
      @ForAll("worlds") Map<List<Long>, Integer> world, @ForAll Random random) {
    List<List<Long>> pairs = new ArrayList<>(world.keySet());
    Collections.shuffle(pairs, random);
    Map<List<Long>, Integer> shuffled = new LinkedHashMap<>();
    pairs.forEach(pair -> shuffled.put(pair, world.get(pair)));

    assertThat(everybody(world, id -> id, id -> id))
        .isDeepEqualTo(everybody(shuffled, id -> id, id -> id));
  }

  @Property(tries = 15)
  void otherNumbersInTheSameOrderGiveTheSameScores(
      @ForAll("worlds") Map<List<Long>, Integer> world,
      @ForAll @IntRange(min = 1, max = 1000) int step) {
    double[][] before = everybody(world, id -> id, id -> id);
    double[][] after = everybody(world, id -> id * step + 7, id -> id * id + step);

    for (int user = 0; user < before.length; user++) {
      assertSame(before[user], after[user], ROUNDING);
    }
  }

  /** Whatever the users and titles are called, nobody is shown the other taste first. */
  @Property(tries = 5)
  void otherNumbersInAnotherOrderKeepTheTastes(@ForAll Random random) throws Exception {
    List<Long> titles = new ArrayList<>();
    Arrays.stream(TwoTastes.catalogue()).forEach(titles::add);
    Collections.shuffle(titles, random);
    List<Long> users = new ArrayList<>(LongStream.rangeClosed(0, 80).boxed().toList());
    Collections.shuffle(users, random);
    RatingsSnapshot ratings =
        renumbered(
            TwoTastes.ratings(),
            user -> users.get((int) user) + 1,
            title -> titles.get((int) (title - 101)));
    HybridRecommender recommender =
        new HybridRecommender(TwoTastes.trainer().train(ratings, TwoTastes.catalogue()), ratings);

    for (int user = 1; user <= 80; user += 7) {
      for (RecommendedItem item : recommender.recommend(users.get(user) + 1, 5)) {
        int original = titles.indexOf(item.getItemID()) + 101;
        assertThat(original).isBetween(user <= 40 ? 101 : 141, user <= 40 ? 140 : 180);
      }
    }
  }

  @Provide
  Arbitrary<List<Entry>> histories() {
    return Combinators.combine(
            Arbitraries.longs().between(101, 182),
            Arbitraries.integers().between(1, 10),
            Arbitraries.integers().between(0, 3))
        .as(Entry::rated)
        .list()
        .uniqueElements(Entry::titleId)
        .ofMaxSize(30);
  }

  /** Half stars by user and title. */
  @Provide
  Arbitrary<Map<List<Long>, Integer>> worlds() {
    Arbitrary<List<Long>> pairs =
        Combinators.combine(Arbitraries.longs().between(1, 12), Arbitraries.longs().between(1, 15))
            .as((user, title) -> List.of(user, title));
    return Arbitraries.maps(pairs, Arbitraries.integers().between(1, 10))
        .ofMinSize(1)
        .ofMaxSize(60);
  }

  /** Every user's scores of all titles, by the model trained on the world so renumbered. */
  private static double[][] everybody(
      Map<List<Long>, Integer> world, LongUnaryOperator user, LongUnaryOperator title) {
    RatingLog log = new RatingLog();
    world.forEach(
        (pair, halves) ->
            log.add(user.applyAsLong(pair.get(0)), title.applyAsLong(pair.get(1)), halves, 1000));
    RatingsSnapshot ratings = RatingsSnapshot.EMPTY.with(log, 1);
    long[] catalogue = Arrays.stream(CATALOGUE).map(title).toArray();
    HybridModel model = TwoTastes.trainer().train(ratings, catalogue);
    double[][] all = new double[ratings.userCount()][];
    for (int row = 0; row < all.length; row++) {
      List<Entry> own = new ArrayList<>();
      for (int k = ratings.begin(row); k < ratings.end(row); k++) {
        own.add(Entry.rated(ratings.titleId(ratings.title(k)), ratings.halfStars(k), 1000));
      }
      all[row] = scores(model, new History(own));
    }
    return all;
  }

  private static RatingsSnapshot renumbered(
      RatingsSnapshot ratings, LongUnaryOperator user, LongUnaryOperator title) {
    RatingLog log = new RatingLog();
    for (int row = 0; row < ratings.userCount(); row++) {
      for (int k = ratings.begin(row); k < ratings.end(row); k++) {
        log.add(
            user.applyAsLong(ratings.userId(row)),
            title.applyAsLong(ratings.titleId(ratings.title(k))),
            ratings.halfStars(k),
            ratings.ratedAtEpochSeconds(k));
      }
    }
    return RatingsSnapshot.EMPTY.with(log, 1);
  }

  private static double[] scores(HybridModel model, History history) {
    return scores(new Scorer(model), model, history);
  }

  private static double[] scores(Scorer scorer, HybridModel model, History history) {
    Scores scores = scorer.score(history);
    double[] all = new double[model.titleCount()];
    Arrays.setAll(all, scores::score);
    return all;
  }

  private static void assertSame(double[] before, double[] after, double tolerance) {
    assertThat(after).containsExactly(before, within(tolerance));
  }
}
