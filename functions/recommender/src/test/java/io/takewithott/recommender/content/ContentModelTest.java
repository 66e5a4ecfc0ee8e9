package io.takewithott.recommender.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.takewithott.recommender.content.ContentModel.Similar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContentModelTest {
  /** Only genres count, and fully. */
  private static final ContentWeights GENRES = new ContentWeights(1, 0, 0, 0, 0, 0, 0);

  /**
   * Drama is in 2 of 3 titles and weighs ln(1 + 3/2) = 0.9163, war in 2 too, sports in 1: ln 4 =
   * 1.3863. Titles 0 and 1 share drama: 0.9163² / (√(0.9163² + 0.9163²) · √(0.9163² + 1.3863²)).
   */
  @Test
  void likenessIsTheCosineOfWhatIsRare() {
    ContentModel model =
        ContentModel.of(
            TitlesTable.features(
                """
                .  .  .  g:drama  g:war
                .  .  .  g:drama  g:sports
                .  .  .  g:war
                """),
            GENRES);

    assertThat(model.likeness(0, 1)).isEqualTo(0.3899f, within(1e-4f));
    assertThat(model.likeness(0, 2)).isEqualTo(0.7071f, within(1e-4f));
    assertThat(model.likeness(1, 2)).isZero();
    assertThat(model.likeness(0, 0)).isEqualTo(1f, within(1e-6f));
  }

  /** The same genre, director, cast, country, keyword and form; years 1998 and 2002. */
  @Test
  void kindsAreAddedByTheirWeights() {
    TitleFeatures features =
        TitlesTable.features(
            """
            1998  film  .  g:drama  d:1  c:2  n:KR  k:spring
            2002  film  .  g:drama  d:1  c:2  n:KR  k:spring
            2030  film  .  g:drama  d:3  c:4  n:FR  k:autumn
            """);
    ContentModel model = ContentModel.of(features);

    assertThat(model.likeness(0, 1)).isBetween(0.91f + 0.09f * 0.3f, 0.91f + 0.09f * 0.7f);
    assertThat(model.likeness(0, 2)).isEqualTo(0.33f, within(1e-6f));
  }

  @Test
  void closeYearsAreAlikeWhereverADecadeEnds() {
    ContentModel model =
        ContentModel.of(
            TitlesTable.features(
                """
                1999  .  .
                2000  .  .
                1994  .  .
                2011  .  .
                """));

    assertThat(model.likeness(0, 1)).as("a year apart, over the decade's end").isPositive();
    assertThat(model.likeness(0, 2)).as("five years apart").isPositive();
    assertThat(model.likeness(0, 3)).as("twelve years apart").isZero();
  }

  @Test
  void oneOfWhichLittleIsKnownIsNotLikeEverything() {
    ContentModel model =
        ContentModel.of(
            TitlesTable.features(
                """
                2001  film  .  g:drama  d:1  c:2  n:KR
                2001  film  .  g:drama  d:1  c:3  n:KR
                .     .     .  g:drama
                .     .     .
                """));

    assertThat(model.likeness(0, 1)).isGreaterThan(model.likeness(0, 2));
    assertThat(model.likeness(0, 3)).isZero();
  }

  @Test
  void spreadingATitleAndSpreadingAHistoryAreTheSame() {
    ContentModel model = ContentModel.of(world(200));
    int[] history = {3, 70, 4, 150};
    float[] factors = {1, 0.5f, -0.2f, 2};
    float[] one = new float[200];
    for (int i = 0; i < history.length; i++) {
      model.spread(history[i], factors[i], one);
    }
    float[] whole = new float[200];
    model.spread(history, factors, whole);

    for (int title = 0; title < 200; title++) {
      assertThat(whole[title]).isEqualTo(one[title], within(1e-5f));
    }
    float expected = 0;
    for (int i = 0; i < history.length; i++) {
      expected += factors[i] * model.likeness(history[i], 9);
    }
    assertThat(one[9]).isEqualTo(expected, within(1e-5f));
  }

  @Test
  void nothingIsSpreadToTheTitleItself() {
    float[] scores = new float[50];
    ContentModel.of(world(50)).spread(7, 1, scores);

    assertThat(scores[7]).isZero();
  }

  @Test
  void theMostSimilarComeFirst() {
    ContentModel model =
        ContentModel.of(
            TitlesTable.features(
                """
                .  .  .  g:drama  d:1
                .  .  .  g:war
                .  .  .  g:drama
                .  .  .  g:drama  d:1
                """));

    assertThat(model.similar(0, 5)).extracting(Similar::title).containsExactly(3, 2);
    assertThat(model.similar(0, 1)).extracting(Similar::title).containsExactly(3);
  }

  @Test
  void withoutFeaturesNothingIsLikeAnything() {
    float[] scores = new float[3];
    ContentModel model = ContentModel.of(TitleFeatures.none(3));
    model.spread(0, 1, scores);
    model.spread(new int[] {0, 1}, new float[] {1, 1}, scores);

    assertThat(scores).containsOnly(0);
    assertThat(model.similar(1, 5)).isEmpty();
  }

  /** Fifty ratings over 300 titles: five users of ten; most titles have none. */
  @Test
  void inAWorldOfFiftyRatingsEveryTitleHasAScoreAndNoTwoUsersTheSame() {
    ContentModel model = ContentModel.of(world(300));
    Random random = new Random(5);
    Set<List<Float>> seen = new HashSet<>();
    for (int user = 0; user < 5; user++) {
      int[] rated = random.ints(10, 0, 300).toArray();
      float[] stars = new float[10];
      for (int i = 0; i < stars.length; i++) {
        stars[i] = (1 + random.nextInt(10)) / 10f;
      }
      float[] scores = new float[300];
      model.spread(rated, stars, scores);
      List<Float> list = new ArrayList<>();
      for (float score : scores) {
        list.add(score);
      }

      assertThat(Collections.min(list)).as("every title").isPositive();
      assertThat(new HashSet<>(list).size()).as("different scores").isGreaterThan(200);
      assertThat(seen.add(list)).isTrue();
    }
  }

  /** Titles with genres, people, a country, keywords and a year, by chance. */
  private static TitleFeatures world(int titles) {
    Random random = new Random(11);
    StringBuilder table = new StringBuilder();
    for (int title = 0; title < titles; title++) {
      table.append(1980 + random.nextInt(45)).append(" film 15 n:KR");
      table.append(" g:").append(random.nextInt(8)).append(" g:").append(random.nextInt(8));
      table.append(" d:").append(random.nextInt(titles / 5));
      table
          .append(" c:")
          .append(random.nextInt(titles))
          .append(" c:")
          .append(random.nextInt(titles));
      table.append(" k:").append(random.nextInt(titles / 4)).append('\n');
    }
    return TitlesTable.features(table.toString());
  }
}
