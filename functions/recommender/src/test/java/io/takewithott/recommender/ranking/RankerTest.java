package io.takewithott.recommender.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.takewithott.core.ranking.RankedRow;
import io.takewithott.core.ranking.RankedRow.Kind;
import io.takewithott.core.ranking.RankedTitle;
import io.takewithott.core.ranking.RankedTitle.Shares;
import io.takewithott.core.ranking.Ranking;
import io.takewithott.core.ranking.RankingFormat;
import io.takewithott.recommender.TwoGenres;
import io.takewithott.recommender.TwoTastes;
import io.takewithott.recommender.content.AgeRating;
import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.model.Models;
import io.takewithott.recommender.model.VersionedModel;
import io.takewithott.recommender.score.Histories;
import io.takewithott.recommender.score.History;
import io.takewithott.recommender.score.History.Entry;
import io.takewithott.recommender.score.Scorer;
import io.takewithott.recommender.score.Scores;
import io.takewithott.recommender.score.Viewer;
import io.takewithott.recommender.snapshot.RatingLog;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RankerTest {
  private static final VersionedModel MODEL = new VersionedModel("v1", TwoTastes.model());
  private static final RatingsSnapshot RATINGS = TwoTastes.ratings();

  private final Ranker ranker = new Ranker(MODEL);
  private final Ranker byHand = new Ranker(new VersionedModel("v0", Models.small()));

  /**
   * Title 10 with 5 stars. The walk gives 20, 30, 40 the numbers 0.8, 0.4, 0, whose deviation is
   * 0.3266: 2.4495, 1.2247, 0. Preference has the proportions 2, 0, 1 and so 2.4495, 0, 1.2247.
   * Crowd: 0.25, 0.25, 1. Weights 1, 0.5, 0.25: 3.7367, 1.2872, 0.8624. Stars: 1.5 more than title
   * 10 is worth, drawn to 0.75 more than the 3.25, 2.75, 3 of the others.
   */
  @Test
  void scoresAreTheWeightedParts() {
    List<RankedTitle> titles = rank(byHand, rated(10, 10)).titles();

    assertThat(titles).extracting(RankedTitle::titleId).containsExactly(20L, 30L, 40L);
    assertThat(titles.get(0).score()).isEqualTo(3.736735, within(1e-6));
    assertThat(titles.get(1).score()).isEqualTo(1.287245, within(1e-6));
    assertThat(titles.get(2).score()).isEqualTo(0.862372, within(1e-6));
    assertThat(titles).extracting(RankedTitle::stars).containsExactly(4.0, 3.5, 3.75);
  }

  @Test
  void everyTitleSaysWhereItCameFrom() {
    List<RankedTitle> titles = rank(byHand, rated(10, 10)).titles();

    assertThat(titles.get(0).because()).containsExactly(10L);
    assertThat(titles.get(0).shares()).isEqualTo(new Shares(0.328, 0.655, 0, 0.017));
    assertThat(titles.get(2).because()).as("through the factors").containsExactly(10L);
    assertThat(titles.get(2).shares()).isEqualTo(new Shares(0.71, 0, 0, 0.29));
  }

  @Test
  void aPickCountsLikeFiveStarsAndMore() {
    Ranking picked = rank(byHand, History.of(List.of(), List.of(10L)));

    assertThat(picked.titles().get(0).shares().picks()).isGreaterThan(0.6);
    assertThat(picked.titles().get(0).shares().knn()).isZero();
    assertThat(picked.titles().get(0).stars()).isGreaterThan(4);
  }

  @Test
  void aRatedPickCountsAsRated() {
    History history = History.of(List.of(Entry.rated(10, 2, 5)), List.of(10L));

    assertThat(history.entries()).containsExactly(new Entry(10, 2, true, 5));
    assertThat(rank(byHand, history).titles().get(0).stars()).isLessThan(3);
  }

  @Test
  void ratedAndPickedTitlesAreLeftOut() {
    History history = History.of(List.of(Entry.rated(20, 9, 1)), List.of(40L));

    assertThat(rank(byHand, history).titles())
        .extracting(RankedTitle::titleId)
        .containsExactlyInAnyOrder(10L, 30L);
  }

  @Test
  void withoutHistoryTheCrowdDecides() {
    Ranking ranking = rank(byHand, History.NONE);

    assertThat(ranking.titles().get(0).titleId()).isEqualTo(40);
    assertThat(ranking.titles().get(0).shares()).isEqualTo(new Shares(0, 0, 0, 1));
    assertThat(ranking.rows()).extracting(RankedRow::kind).containsExactly(Kind.POPULAR);
  }

  @Test
  void aHistoryOfUnknownTitlesIsLikeNone() {
    assertThat(rank(byHand, rated(999, 10)).titles().get(0).titleId()).isEqualTo(40);
  }

  @Test
  void scoresFallStrictlyForEveryUser() {
    for (int user = 0; user < RATINGS.userCount(); user++) {
      double above = Double.POSITIVE_INFINITY;
      for (RankedTitle title : rank(ranker, Histories.of(RATINGS, user)).titles()) {
        assertThat(title.score()).isLessThan(above);
        above = title.score();
      }
    }
  }

  @Test
  void starsAndSharesStayWithinTheirBounds() {
    for (RankedTitle title : rank(ranker, Histories.of(RATINGS, 3)).titles()) {
      Shares shares = title.shares();
      assertThat(title.stars()).isBetween(0.5, 5.0);
      assertThat(List.of(shares.svd(), shares.knn(), shares.picks(), shares.crowd()))
          .allMatch(share -> share >= 0 && share <= 1);
      assertThat(shares.svd() + shares.knn() + shares.picks() + shares.crowd())
          .isEqualTo(1, within(1e-9));
    }
  }

  @Test
  void noTwoHistoriesHaveTheSameScores() {
    Set<List<Double>> seen = new HashSet<>();
    for (int user = 0; user < RATINGS.userCount(); user++) {
      assertThat(seen.add(scores(Histories.of(RATINGS, user)))).isTrue();
    }
    assertThat(seen.add(scores(rated(181, 8)))).as("an unrated title").isTrue();
    assertThat(seen.add(scores(rated(181, 9)))).as("half a star more").isTrue();
    assertThat(seen.add(scores(rated(182, 9)))).as("another unrated title").isTrue();
  }

  @Test
  void noTitleIsTwiceOnAPageAndAllAreInTheRanking() {
    for (int user = 0; user < RATINGS.userCount(); user++) {
      Ranking ranking = rank(ranker, Histories.of(RATINGS, user));
      List<Long> shown = ranking.rows().stream().flatMap(row -> row.titleIds().stream()).toList();
      Set<Long> ranked =
          ranking.titles().stream().map(RankedTitle::titleId).collect(Collectors.toSet());

      assertThat(shown).doesNotHaveDuplicates();
      assertThat(ranked).containsAll(shown);
      assertThat(ranking.rows()).allMatch(row -> row.titleIds().size() <= 20);
    }
  }

  @Test
  void theFirstRowIsTheBestAndTheSecondGrewFromALikedTitle() {
    History history = History.of(Histories.ratings(RATINGS, 0), List.of(101L));
    Ranking ranking = rank(ranker, history);
    List<Long> best = ranking.titles().stream().limit(20).map(RankedTitle::titleId).toList();

    assertThat(ranking.rows().get(0)).isEqualTo(new RankedRow(Kind.FOR_YOU, none(), best));
    assertThat(ranking.rows().get(1).kind()).isEqualTo(Kind.BECAUSE);
    assertThat(ranking.rows().get(1).seed()).contains(101L);
  }

  /** Every tenth title is only for grown-ups; of 182 no rating is known. */
  @Test
  void whatAViewerMayNotOrDoesNotWantToSeeIsNowhere() {
    Ranker withFacts = new Ranker(new VersionedModel("v2", TwoGenres.model()));
    History history = Histories.of(RATINGS, 0);
    Ranking all = withFacts.rank(1, 1, Viewer.of(history), TwoTastes.NOW);
    long best = all.titles().get(0).titleId();

    Ranking dismissed = withFacts.rank(1, 1, Viewer.of(history, Set.of(best)), TwoTastes.NOW);
    Ranking young =
        withFacts.rank(1, 1, new Viewer(history, AgeRating.FROM_15, Set.of()), TwoTastes.NOW);

    assertThat(ids(dismissed)).doesNotContain(best).hasSize(all.titles().size() - 1);
    assertThat(ids(all)).contains(182L).anyMatch(id -> id % 10 == 0);
    assertThat(ids(young)).doesNotContain(182L).noneMatch(id -> id % 10 == 0);
    assertThat(young.rows().stream().flatMap(row -> row.titleIds().stream()).toList())
        .isSubsetOf(ids(young));
  }

  /** Fifty ratings in all: everything else of the catalogue is ranked all the same. */
  @Test
  void inAWorldOfFiftyRatingsEveryTitleIsRankedAndNoTwoScoresAreEqual() {
    RatingsSnapshot few = fiftyRatings();
    Ranker small =
        new Ranker(
            new VersionedModel(
                "v3", TwoTastes.trainer().train(few, TwoTastes.catalogue(), TwoGenres.features())));
    for (int user = 0; user < few.userCount(); user++) {
      Ranking ranking = rank(small, Histories.of(few, user));

      assertThat(ranking.titles()).hasSize(72);
      assertThat(ranking.titles()).extracting(RankedTitle::score).doesNotHaveDuplicates();
    }
  }

  /** Not merely kept apart by the last, tiny part: ratings and facts make them differ. */
  @Test
  void inAWorldOfFiftyRatingsNoScoreIsConstant() {
    RatingsSnapshot few = fiftyRatings();
    HybridModel model = TwoTastes.trainer().train(few, TwoTastes.catalogue(), TwoGenres.features());
    for (int user = 0; user < few.userCount(); user++) {
      Scores scores = new Scorer(model).score(Histories.of(few, user));
      Set<Long> ranking = new HashSet<>();
      Set<Long> stars = new HashSet<>();
      for (int title = 0; title < model.titleCount(); title++) {
        ranking.add(Math.round(scores.score(title) * 1e6));
        stars.add(Math.round(scores.stars(title) * 1e6));
      }

      assertThat(ranking).as("scores of user %s", user).hasSizeGreaterThan(40);
      assertThat(stars).as("stars of user %s", user).hasSizeGreaterThan(10);
    }
  }

  /** With everything that is stored: places, stars, reasons, shares, ends and rows. */
  @Test
  void removingARatingUndoesItsEffectExactly() {
    Ranker withFacts = new Ranker(new VersionedModel("v2", TwoGenres.model()));
    for (int user = 0; user < RATINGS.userCount(); user += 9) {
      List<Entry> without = Histories.ratings(RATINGS, user);
      Ranking before = rank(withFacts, History.of(without, List.of()));
      List<Entry> with = new ArrayList<>(without);
      with.add(Entry.rated(before.titles().get(3).titleId(), 1, 1_800_000_000));

      Ranking between = rank(withFacts, History.of(with, List.of()));
      Ranking after = rank(withFacts, History.of(without, List.of()));

      assertThat(between.titles()).isNotEqualTo(before.titles());
      assertThat(after).isEqualTo(before);
    }
  }

  private static RatingsSnapshot fiftyRatings() {
    RatingLog log = new RatingLog();
    for (int k = 0; k < 50; k++) {
      log.add(1 + k / 10, 101 + (k * 7) % 80, 1 + (k * 3) % 10, 1_700_000_000 + k);
    }
    return RatingsSnapshot.EMPTY.with(log, 1);
  }

  @Test
  void aRankingSurvivesItsFormat() {
    Ranking ranking = rank(ranker, Histories.of(RATINGS, 5));

    assertThat(RankingFormat.read(RankingFormat.write(ranking))).contains(ranking);
  }

  private static List<Long> ids(Ranking ranking) {
    return ranking.titles().stream().map(RankedTitle::titleId).toList();
  }

  private static Optional<Long> none() {
    return Optional.empty();
  }

  private List<Double> scores(History history) {
    List<Double> scores = new ArrayList<>();
    rank(ranker, history).titles().forEach(title -> scores.add(title.score()));
    return scores;
  }

  private static Ranking rank(Ranker ranker, History history) {
    return ranker.rank(1, 1, Viewer.of(history), TwoTastes.NOW);
  }

  private static History rated(long title, int halfStars) {
    return new History(List.of(Entry.rated(title, halfStars, 1)));
  }
}
