package io.takewithott.recommender.taste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.takewithott.recommender.TwoTastes;
import io.takewithott.recommender.snapshot.RatingsMatrix;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.apache.mahout.cf.taste.common.NoSuchItemException;
import org.apache.mahout.cf.taste.common.NoSuchUserException;
import org.apache.mahout.cf.taste.common.TasteException;
import org.apache.mahout.cf.taste.recommender.IDRescorer;
import org.apache.mahout.cf.taste.recommender.RecommendedItem;
import org.apache.mahout.cf.taste.recommender.Recommender;
import org.apache.mahout.common.RandomUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * What every recommender must do, ours and Taste's own, in a world of two tastes and in two
 * degenerate ones. Taste leaves the order of equal values to chance and names only titles that it
 * can say something of, so values are compared where titles may differ, and fewer titles than asked
 * for are no failure.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class RecommenderBehaviour {
  private static final RatingsSnapshot RATINGS = TwoTastes.ratings();
  private static final long[] USERS = LongStream.iterate(1, user -> user + 9).limit(9).toArray();

  final Recommender recommender;

  RecommenderBehaviour() throws Exception {
    RandomUtils.useTestSeed();
    recommender = over(RATINGS, TwoTastes.catalogue());
  }

  /** A recommender that was trained on these ratings; the titles of the catalogue ascend. */
  abstract Recommender over(RatingsSnapshot ratings, long[] catalogue) throws TasteException;

  @BeforeAll
  void somethingIsRecommended() throws Exception {
    for (long user : USERS) {
      assertThat(recommender.recommend(user, 5)).isNotEmpty();
    }
  }

  @Test
  void nothingKnownIsRecommended() throws Exception {
    for (long user : USERS) {
      assertThat(ids(recommender.recommend(user, 100))).noneMatch(id -> isRated(user, id));
    }
  }

  @Test
  void whatIsKnownComesWhenItIsAskedFor() throws Exception {
    for (long user : USERS) {
      assertThat(ids(recommender.recommend(user, 100, true))).anyMatch(id -> isRated(user, id));
    }
  }

  @Test
  void noTitleComesTwice() throws Exception {
    for (long user : USERS) {
      assertThat(ids(recommender.recommend(user, 100))).doesNotHaveDuplicates();
      assertThat(ids(recommender.recommend(user, 100, true))).doesNotHaveDuplicates();
    }
  }

  @Test
  void everyTitleIsOfTheCatalogue() throws Exception {
    for (long user : USERS) {
      assertThat(ids(recommender.recommend(user, 100))).allMatch(id -> id >= 101 && id <= 182);
    }
  }

  @Test
  void valuesNeverRiseAndAreNumbers() throws Exception {
    for (long user : USERS) {
      float above = Float.MAX_VALUE;
      for (RecommendedItem item : recommender.recommend(user, 100)) {
        assertThat(item.getValue()).isFinite().isLessThanOrEqualTo(above);
        above = item.getValue();
      }
    }
  }

  @Test
  void thereAreAtMostAsManyAsAskedFor() throws Exception {
    assertThat(recommender.recommend(1, 1)).hasSize(1);
    assertThat(recommender.recommend(1, 7)).hasSizeBetween(1, 7);
    assertThat(recommender.recommend(1, 10_000)).hasSizeBetween(7, 82);
  }

  @Test
  void fewerThanOneCannotBeAskedFor() {
    assertThatThrownBy(() -> recommender.recommend(1, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> recommender.recommend(1, -1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void topFourIsPrefixOfTopTen() throws Exception {
    for (long user : USERS) {
      List<Float> ten = values(recommender.recommend(user, 10));
      assertThat(values(recommender.recommend(user, 4))).isEqualTo(ten.subList(0, 4));
    }
  }

  @Test
  void whatTheRescorerFiltersIsLeftOut() throws Exception {
    IDRescorer evenOnly = rescorer(id -> id % 2 != 0, 1);

    for (long user : USERS) {
      assertThat(ids(recommender.recommend(user, 20, evenOnly))).allMatch(id -> id % 2 == 0);
    }
  }

  @Test
  void valuesAreTheRescorers() throws Exception {
    float plain = recommender.recommend(1, 1).get(0).getValue();
    float doubled = recommender.recommend(1, 1, rescorer(id -> false, 2)).get(0).getValue();

    assertThat(doubled).isEqualTo(2 * plain, within(1e-4f));
  }

  @Test
  void estimatesAreWithinTheScale() throws Exception {
    for (long user : USERS) {
      for (RecommendedItem item : recommender.recommend(user, 20)) {
        float stars = recommender.estimatePreference(user, item.getItemID());
        // Taste's SVD does not end at the scale's end.
        assertThat(stars).isBetween(0.5f, 5.25f);
      }
    }
  }

  @Test
  void anUnknownUserIsRefused() throws Exception {
    assertThatThrownBy(() -> recommender.recommend(999, 5)).isInstanceOf(NoSuchUserException.class);
    assertThatThrownBy(() -> recommender.estimatePreference(999, 101))
        .isInstanceOf(NoSuchUserException.class);
  }

  /** Some of Taste's answer that they have no estimate. */
  @Test
  void anUnknownTitleHasNoEstimate() throws Exception {
    float estimate;
    try {
      estimate = recommender.estimatePreference(1, 9999);
    } catch (NoSuchItemException refusal) {
      return;
    }
    assertThat(estimate).isNaN();
  }

  @Test
  void trainingAgainGivesTheSame() throws Exception {
    RandomUtils.useTestSeed();
    Recommender again = over(RATINGS, TwoTastes.catalogue());

    for (long user : USERS) {
      assertThat(values(again.recommend(user, 20)))
          .isEqualTo(values(recommender.recommend(user, 20)));
    }
  }

  /** Nothing can be learned from stars that are all the same; nothing may break either. */
  @Test
  void whereAllRateAlikeValuesAreNumbersAndNothingKnownComes() throws Exception {
    RatingsSnapshot alike =
        RatingsMatrix.snapshot(
            """
                 10   11   12   13   14
             1    4    4    .    .    4
             2    4    .    4    .    4
             3    .    4    4    4    .
             4    4    4    4    .    .
            """);
    Recommender recommender = over(alike, new long[] {10, 11, 12, 13, 14});

    for (long user = 1; user <= 4; user++) {
      List<RecommendedItem> items = recommender.recommend(user, 5);
      long own = user;
      assertThat(ids(items)).noneMatch(id -> isRated(alike, own, id));
      assertThat(values(items)).allMatch(value -> Float.isFinite(value));
    }
  }

  @Test
  void aWorldOfOneUserBreaksNothing() throws Exception {
    RatingsSnapshot lonely =
        RatingsMatrix.snapshot(
            """
                 10   11   12
             1    5    2    .
            """);
    Recommender recommender = over(lonely, new long[] {10, 11, 12});

    List<RecommendedItem> items = recommender.recommend(1, 5);
    assertThat(ids(items)).doesNotContain(10L, 11L);
    assertThat(values(items)).allMatch(value -> Float.isFinite(value));
  }

  private static boolean isRated(long user, long title) {
    return isRated(RATINGS, user, title);
  }

  private static boolean isRated(RatingsSnapshot ratings, long user, long title) {
    int known = ratings.titleIndex(title);
    return known >= 0 && ratings.position(ratings.userIndex(user), known) >= 0;
  }

  private static List<Long> ids(List<RecommendedItem> items) {
    return items.stream().map(RecommendedItem::getItemID).toList();
  }

  private static List<Float> values(List<RecommendedItem> items) {
    return items.stream().map(RecommendedItem::getValue).toList();
  }

  private static IDRescorer rescorer(LongPredicate filtered, double factor) {
    return new IDRescorer() {
      @Override
      public double rescore(long id, double originalScore) {
        return originalScore * factor;
      }

      @Override
      public boolean isFiltered(long id) {
        return filtered.test(id);
      }
    };
  }
}
