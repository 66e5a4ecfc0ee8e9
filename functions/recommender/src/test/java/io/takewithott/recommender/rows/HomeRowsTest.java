package io.takewithott.recommender.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.core.ranking.RankedRow;
import io.takewithott.core.ranking.RankedRow.Kind;
import io.takewithott.core.ranking.RankedRow.Subject;
import io.takewithott.core.ranking.RankedTitle;
import io.takewithott.recommender.TwoGenres;
import io.takewithott.recommender.content.ContentModel;
import io.takewithott.recommender.content.FeatureKind;
import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.score.Candidates;
import io.takewithott.recommender.score.History;
import io.takewithott.recommender.score.History.Entry;
import io.takewithott.recommender.score.Scorer;
import io.takewithott.recommender.score.TopTitles.Scored;
import io.takewithott.recommender.score.Viewer;
import io.takewithott.recommender.score.ViewerRescorer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rows in the world of {@link TwoGenres}, each by itself and all on a page. */
class HomeRowsTest {
  private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 21);
  private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 20);
  private static final HybridModel MODEL = TwoGenres.model();
  private static final ContentModel CONTENT = ContentModel.of(MODEL.features());

  /** Loves dramas; has seen the first director's 101 to 103 and 106, and 115, 125 with actor 4. */
  private static final History DRAMAS =
      new History(
          List.of(
              Entry.rated(101, 10, 1),
              Entry.rated(102, 10, 2),
              Entry.rated(103, 9, 3),
              Entry.rated(106, 9, 4),
              Entry.rated(115, 9, 5),
              Entry.rated(125, 9, 6),
              Entry.rated(150, 1, 7)));

  @Test
  void theFavouriteGenreIsTheOneLikedBeyondItsShare() {
    RankedRow row = only(favourite(Kind.GENRE, 5), DRAMAS, NOVEMBER);

    assertThat(row.subject()).contains(Subject.of("drama"));
    assertThat(row.titleIds()).allMatch(id -> id <= 140 || id == 181).hasSize(20);
  }

  @Test
  void theFavouriteDirectorIsNamedAndTheirUnseenTitlesShown() {
    RankedRow row = only(favourite(Kind.DIRECTOR, 3), DRAMAS, NOVEMBER);

    assertThat(row.subject()).contains(new Subject("0", "감독0", "Director 0"));
    assertThat(row.titleIds()).containsExactlyInAnyOrder(104L, 105L, 107L, 108L, 181L);
  }

  @Test
  void theFavouriteActorIsTheOneOfSeveralLikedTitles() {
    RankedRow row = only(favourite(Kind.CAST, 2), DRAMAS, NOVEMBER);

    assertThat(row.subject()).contains(new Subject("4", "배우4", "Actor 4"));
    assertThat(row.titleIds()).containsExactlyInAnyOrder(105L, 135L);
  }

  @Test
  void whoOnlyDislikedSomethingHasNoFavourite() {
    History disliked = new History(List.of(Entry.rated(101, 2, 1), Entry.rated(102, 1, 1)));

    assertThat(alone(favourite(Kind.GENRE, 5), disliked, NOVEMBER)).isEmpty();
  }

  @Test
  void beforeChristmasThereAreChristmasFilms() {
    Row season = new SeasonRow(MODEL.features(), new SeasonCalendar(new LunarCalendar()));

    RankedRow row = only(season, DRAMAS, DECEMBER);
    assertThat(row.subject()).contains(Subject.of("christmas"));
    assertThat(row.titleIds()).hasSize(13).allMatch(id -> id % 5 == 0).doesNotContain(115L, 125L);
    assertThat(alone(season, DRAMAS, NOVEMBER)).isEmpty();
  }

  @Test
  void whatIsTalkedAboutComesByHowMuch() {
    RankedRow row = only(new TrendingRow(MODEL.trends()), History.NONE, NOVEMBER);

    assertThat(row.titleIds()).containsExactly(126L, 125L, 124L, 123L, 122L, 121L);
  }

  /** The newest are of 2025; the one before them is of the middle of 2024. */
  @Test
  void newIsWhatCameOutWithinAYearOfTheNewest() {
    Row fresh = new NewRow(MODEL.features());

    assertThat(alone(fresh, DRAMAS, NOVEMBER)).as("140, 180, 139, 179: too few").isEmpty();
    assertThat(page(fresh, DRAMAS, LocalDate.of(1986, 1, 1))).as("three of 1986").isEmpty();
  }

  @Test
  void hiddenGemsAreOfTheLessKnownHalf() {
    RankedRow row = only(new HiddenGemsRow(MODEL), DRAMAS, NOVEMBER);
    double[] crowd = new double[MODEL.titleCount()];
    for (int title = 0; title < crowd.length; title++) {
      crowd[title] = MODEL.crowd(title);
    }
    Arrays.sort(crowd);

    assertThat(row.titleIds())
        .allMatch(id -> MODEL.crowd(MODEL.titleIndex(id)) > 0)
        .allMatch(id -> MODEL.crowd(MODEL.titleIndex(id)) <= crowd[42]);
  }

  @Test
  void picksComeBeforeRatingsAndTheLatestRatingsFirst() {
    History history =
        History.of(
            List.of(Entry.rated(110, 9, 50), Entry.rated(120, 10, 10), Entry.rated(130, 8, 60)),
            List.of(101L));

    List<RankedRow> rows = page(new BecauseRows(MODEL, CONTENT), history, NOVEMBER);

    assertThat(rows).extracting(RankedRow::kind).containsOnly(Kind.BECAUSE);
    assertThat(rows.get(0).seed()).contains(101L);
    assertThat(rows.stream().map(row -> row.seed().orElseThrow()).toList())
        .isSubsetOf(101L, 130L, 110L, 120L);
  }

  /** Nobody rated 181; it is like the dramas of 1986 and of the first director. */
  @Test
  void whatIsLikeATitleThatNobodyRatedIsInItsRow() {
    History history = new History(List.of(Entry.rated(181, 10, 1)));

    RankedRow row = only(new BecauseRows(MODEL, CONTENT), history, NOVEMBER);

    assertThat(row.seed()).contains(181L);
    assertThat(row.titleIds()).contains(101L, 102L, 103L).allMatch(id -> id <= 140);
  }

  @Test
  void noTitleIsTwiceOnAPageAndRowsComeInTheirOrder() {
    List<RankedRow> rows = new HomeRows(MODEL, CONTENT).of(viewing(DRAMAS, DECEMBER));

    assertThat(rows.stream().flatMap(row -> row.titleIds().stream()))
        .doesNotHaveDuplicates()
        .doesNotContain(101L, 150L);
    assertThat(rows.get(0).kind()).isEqualTo(Kind.FOR_YOU);
    assertThat(rows).extracting(RankedRow::kind).isSorted();
    assertThat(rows).extracting(RankedRow::kind).contains(Kind.SEASON, Kind.BECAUSE);
  }

  @Test
  void aStrangerSeesWhatEverybodyLikesFirst() {
    List<RankedRow> rows = new HomeRows(MODEL, CONTENT).of(viewing(History.NONE, DECEMBER));

    assertThat(rows)
        .extracting(RankedRow::kind)
        .containsSubsequence(Kind.POPULAR, Kind.SEASON, Kind.PREDICTED_HIGH)
        .doesNotContain(Kind.FOR_YOU, Kind.BECAUSE, Kind.GENRE);
  }

  private static Row favourite(Kind kind, int least) {
    return new FavouriteRow(
        kind, FeatureKind.valueOf(kind.name()), least, MODEL.features(), new Favourites(MODEL));
  }

  private static RankedRow only(Row row, History history, LocalDate today) {
    return alone(row, history, today).orElseThrow();
  }

  private static Optional<RankedRow> alone(Row row, History history, LocalDate today) {
    List<RankedRow> rows = page(row, history, today);
    assertThat(rows).hasSizeLessThan(2);
    return rows.stream().findFirst();
  }

  private static List<RankedRow> page(Row row, History history, LocalDate today) {
    Page page = new Page(MODEL, new Variety(MODEL), viewing(history, today));
    row.addTo(page);
    return page.rows();
  }

  private static Viewing viewing(History history, LocalDate today) {
    Candidates candidates =
        Candidates.of(
            MODEL, new Scorer(MODEL).score(history), new ViewerRescorer(Viewer.of(history), MODEL));
    List<Scored> best = candidates.best(300);
    return new Viewing(history, candidates, titles(candidates, best), today);
  }

  private static List<RankedTitle> titles(Candidates candidates, List<Scored> best) {
    return best.stream()
        .map(
            scored ->
                new RankedTitle(
                    MODEL.titleId(scored.title()),
                    scored.score(),
                    candidates.scores().stars(scored.title()),
                    candidates.scores().because(scored.title()),
                    candidates.scores().shares(scored.title())))
        .toList();
  }
}
