package io.takewithott.local.world.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.local.world.Contents;
import io.takewithott.local.world.Ratings;
import io.takewithott.local.world.Title;
import io.takewithott.local.world.Viewer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The generated ratings are believable, and there is something in them to learn. */
final class SampleWorldTest {
  private static final Contents WORLD = new SampleWorld().read();
  private static final int FILMS = WORLD.titles().size();
  private static final int VIEWERS = WORLD.viewers().size();

  /** Half stars by viewer and film, 0 where there is no rating. */
  private static final byte[][] MATRIX = matrix(WORLD.ratings());

  @Test
  void thereAreTwoThousandViewersAndAHundredThousandRatings() {
    assertThat(VIEWERS).isEqualTo(2000);
    assertThat(WORLD.ratings().size()).isGreaterThanOrEqualTo(100_000);
    assertThat(WORLD.ratings().duplicates()).isZero();
  }

  @Test
  void viewersAreNamedAndNumbered() {
    assertThat(WORLD.viewers())
        .startsWith(
            new Viewer(1L, "1", "반짝이는 곰 1"),
            new Viewer(2L, "2", "고독한 고슴도치 2"),
            new Viewer(3L, "3", "수줍은 호랑이 3"))
        .endsWith(new Viewer(2000L, "2000", "졸린 수달 2000"));
  }

  @Test
  void sameSeedGivesTheSameWorld() {
    assertThat(digest(new SampleWorld(7, 300))).isEqualTo(digest(new SampleWorld(7, 300)));
    assertThat(digest(new SampleWorld(8, 300))).isNotEqualTo(digest(new SampleWorld(7, 300)));
  }

  @Test
  void worldIsTheSameOnEveryMachine() {
    assertThat(
            films()
                .filter(film -> MATRIX[0][film] > 0)
                .mapToObj(film -> WORLD.titles().get(film).key() + ":" + MATRIX[0][film])
                .collect(Collectors.joining(" ")))
        .isEqualTo(
            "1005:8 1007:6 1009:8 1015:8 1016:10 1017:8 1020:6 1092:6 1112:8 2002:6 2021:8 2028:6"
                + " 2035:4 2044:6 2056:8 2072:8 2076:6 2084:8 2086:6 2094:6 2119:6 2133:6 2134:10"
                + " 3040:4 3081:4");
  }

  @Test
  void moreViewersLeaveTheFirstAsTheyAre() {
    byte[][] fewer = matrix(new SampleWorld(SampleWorld.SEED, 50).read().ratings());

    assertThat(fewer).isEqualTo(Arrays.copyOf(MATRIX, 50));
  }

  @Test
  void digestTellsSeedsAndSizesApart() {
    assertThat(
            Set.of(
                new SampleWorld().digest(),
                new SampleWorld(1, 2000).digest(),
                new SampleWorld(SampleWorld.SEED, 10).digest()))
        .hasSize(3);
    assertThat(new SampleWorld().digest()).isEqualTo(new SampleWorld().digest());
  }

  @Test
  void meanIsThatOfPeopleWhoChooseWhatTheyWatch() {
    assertThat(starsOfAll().average().orElseThrow()).isBetween(3.4, 3.7);
  }

  @Test
  void histogramHasItsPeakAtFourStarsAndTails() {
    long[] counts = new long[11];
    starsOfAll().forEach(stars -> counts[(int) (2 * stars)]++);
    double all = WORLD.ratings().size();

    assertThat(counts[8]).isEqualTo(Arrays.stream(counts).max().orElseThrow());
    assertThat(counts[8] / all).isBetween(0.2, 0.35);
    assertThat(counts[10] / all).isBetween(0.08, 0.2);
    assertThat((counts[1] + counts[2] + counts[3] + counts[4]) / all).isBetween(0.04, 0.15);
    assertThat(Arrays.copyOfRange(counts, 1, 11)).doesNotContain(0);
  }

  @Test
  void fewFilmsHaveManyRatings() {
    int[] counts = ratingsOfFilms();
    Arrays.sort(counts);
    long top = Arrays.stream(counts, FILMS * 9 / 10, FILMS).sum();

    assertThat(gini(counts)).isBetween(0.45, 0.65);
    assertThat((double) top / WORLD.ratings().size()).isBetween(0.3, 0.5);
    assertThat(counts[0]).isBetween(1, 40);
    assertThat(counts[FILMS - 1]).isLessThan(VIEWERS * 8 / 10);
  }

  @Test
  void fewViewersHaveManyRatings() {
    int[] counts =
        Arrays.stream(MATRIX)
            .mapToInt(row -> (int) films().filter(f -> row[f] > 0).count())
            .toArray();
    Arrays.sort(counts);

    assertThat(counts[0]).isEqualTo(5);
    assertThat(counts[VIEWERS / 2]).isBetween(35, 50);
    assertThat(counts[VIEWERS * 9 / 10]).isBetween(90, 150);
    assertThat(counts[VIEWERS - 1]).isBetween(200, 250);
  }

  @Test
  void nobodyRatesBeforeAFilmIsOutOrAfterTheLastDay() {
    Ratings ratings = WORLD.ratings();
    for (int i = 0; i < ratings.size(); i++) {
      Title film = WORLD.titles().get(ratings.title(i));
      Instant at = Instant.ofEpochSecond(ratings.ratedAtEpochSeconds(i));
      assertThat(at)
          .isAfter(Instant.parse("2023-10-31T23:59:59Z"))
          .isBefore(Instant.parse("2026-11-01T00:00:00Z"))
          .isAfterOrEqualTo(Instant.parse(film.year() + "-07-01T00:00:00Z"));
    }
  }

  @Test
  void filmsOfADirectorAreRatedAlike() {
    double alike = meanSimilarity((a, b) -> !shared(a.directors(), b.directors()).isEmpty());

    assertThat(meanSimilarity((a, b) -> true)).isBetween(-0.05, 0.05);
    assertThat(alike).isGreaterThan(0.2);
  }

  /** Drama is the genre of most films, and says little. */
  @Test
  void filmsOfAGenreAreRatedAlike() {
    double alike =
        meanSimilarity(
            (a, b) ->
                !a.genres().get(0).equals("drama") && a.genres().get(0).equals(b.genres().get(0)));
    double apart = meanSimilarity((a, b) -> shared(a.genres(), b.genres()).isEmpty());

    assertThat(alike).isGreaterThan(apart + 0.1);
  }

  /** The better films by mean rating are better liked by either half of the viewers. */
  @Test
  void filmsAreGoodAndBad() {
    double[] even = means(0);
    double[] odd = means(1);

    assertThat(correlation(even, odd)).isGreaterThan(0.7);
  }

  /** One film that each viewer liked is hidden, and sought among all the others. */
  @ParameterizedTest
  @ValueSource(longs = {SampleWorld.SEED, 1})
  void neighboursFindHiddenFilmsThatPopularityDoesNot(long seed) {
    byte[][] matrix = matrix(new SampleWorld(seed, 1000).read().ratings());
    int[] hidden = hideOneLikedFilm(matrix);
    double[][] common = commonViewers(matrix);
    double[][] neighbours = ease(common);
    int byNeighbours = 0;
    int byPopularity = 0;
    for (int viewer = 0; viewer < matrix.length; viewer++) {
      if (hidden[viewer] >= 0) {
        byte[] row = matrix[viewer];
        int[] seen = films().filter(film -> row[film] > 0).toArray();
        double[] popularity = films().mapToDouble(film -> common[film][film]).toArray();
        double[] scores =
            films()
                .mapToDouble(
                    film -> Arrays.stream(seen).mapToDouble(f -> neighbours[f][film]).sum())
                .toArray();
        byNeighbours += isAmongTopTen(hidden[viewer], scores, row) ? 1 : 0;
        byPopularity += isAmongTopTen(hidden[viewer], popularity, row) ? 1 : 0;
      }
    }
    assertThat(byNeighbours).isGreaterThan(byPopularity * 13 / 10);
  }

  // ------------------------------------------------------------------

  private static byte[][] matrix(Ratings ratings) {
    byte[][] matrix = new byte[ratings.viewer(ratings.size() - 1) + 1][FILMS];
    for (int i = 0; i < ratings.size(); i++) {
      matrix[ratings.viewer(i)][ratings.title(i)] = (byte) ratings.halfStars(i);
    }
    return matrix;
  }

  private static int digest(SampleWorld world) {
    Ratings ratings = world.read().ratings();
    List<Object> all = new ArrayList<>();
    for (int i = 0; i < ratings.size(); i++) {
      all.add(
          List.of(
              ratings.viewer(i),
              ratings.title(i),
              ratings.halfStars(i),
              ratings.ratedAtEpochSeconds(i)));
    }
    return all.hashCode();
  }

  private static IntStream films() {
    return IntStream.range(0, FILMS);
  }

  private static DoubleStream starsOfAll() {
    return IntStream.range(0, WORLD.ratings().size())
        .mapToDouble(rating -> WORLD.ratings().halfStars(rating) / 2.0);
  }

  private static int[] ratingsOfFilms() {
    return films()
        .map(film -> (int) Arrays.stream(MATRIX).filter(row -> row[film] > 0).count())
        .toArray();
  }

  private static double gini(int[] sorted) {
    double weighted = 0;
    double total = 0;
    for (int i = 0; i < sorted.length; i++) {
      weighted += (2.0 * (i + 1) - sorted.length - 1) * sorted[i];
      total += sorted[i];
    }
    return weighted / (sorted.length * total);
  }

  /**
   * Over pairs of films with at least 30 viewers in common: the cosine of ratings less viewers'
   * means.
   */
  private static double meanSimilarity(BiPredicate<Title, Title> pairs) {
    double[] means = new double[VIEWERS];
    for (int v = 0; v < VIEWERS; v++) {
      byte[] row = MATRIX[v];
      means[v] = films().filter(f -> row[f] > 0).map(f -> row[f]).average().orElse(0);
    }
    double sum = 0;
    int count = 0;
    for (int a = 0; a < FILMS; a++) {
      for (int b = a + 1; b < FILMS; b++) {
        if (pairs.test(WORLD.titles().get(a), WORLD.titles().get(b))) {
          double similarity = adjustedCosine(a, b, means);
          if (!Double.isNaN(similarity)) {
            sum += similarity;
            count++;
          }
        }
      }
    }
    return sum / count;
  }

  private static double adjustedCosine(int a, int b, double[] means) {
    double product = 0;
    double lengthA = 0;
    double lengthB = 0;
    int common = 0;
    for (int v = 0; v < VIEWERS; v++) {
      if (MATRIX[v][a] > 0 && MATRIX[v][b] > 0) {
        double ofA = MATRIX[v][a] - means[v];
        double ofB = MATRIX[v][b] - means[v];
        product += ofA * ofB;
        lengthA += ofA * ofA;
        lengthB += ofB * ofB;
        common++;
      }
    }
    return common < 30 ? Double.NaN : product / Math.sqrt(lengthA * lengthB);
  }

  private static <T> Set<T> shared(List<T> a, List<T> b) {
    Set<T> shared = new HashSet<>(a);
    shared.retainAll(b);
    return shared;
  }

  /** Mean ratings of the films among viewers with even or odd numbers. */
  private static double[] means(int parity) {
    return films()
        .mapToDouble(
            film ->
                IntStream.range(0, VIEWERS)
                    .filter(v -> v % 2 == parity && MATRIX[v][film] > 0)
                    .map(v -> MATRIX[v][film])
                    .average()
                    .orElse(7))
        .toArray();
  }

  private static double correlation(double[] a, double[] b) {
    double meanA = Arrays.stream(a).average().orElseThrow();
    double meanB = Arrays.stream(b).average().orElseThrow();
    double product = 0;
    double squareA = 0;
    double squareB = 0;
    for (int i = 0; i < a.length; i++) {
      product += (a[i] - meanA) * (b[i] - meanB);
      squareA += (a[i] - meanA) * (a[i] - meanA);
      squareB += (b[i] - meanB) * (b[i] - meanB);
    }
    return product / Math.sqrt(squareA * squareB);
  }

  /**
   * Takes away one film rated four stars or more from each viewer who has ten, and answers which.
   */
  private static int[] hideOneLikedFilm(byte[][] matrix) {
    int[] hidden = new int[matrix.length];
    for (int v = 0; v < matrix.length; v++) {
      byte[] row = matrix[v];
      int[] liked = films().filter(f -> row[f] >= 8).toArray();
      hidden[v] = liked.length < 10 ? -1 : liked[v % liked.length];
      if (hidden[v] >= 0) {
        row[hidden[v]] = 0;
      }
    }
    return hidden;
  }

  private static double[][] commonViewers(byte[][] matrix) {
    double[][] common = new double[FILMS][FILMS];
    for (byte[] row : matrix) {
      int[] seen = films().filter(f -> row[f] > 0).toArray();
      for (int a : seen) {
        for (int b : seen) {
          common[a][b]++;
        }
      }
    }
    return common;
  }

  /** Steck, "Embarrassingly Shallow Autoencoders for Sparse Data" (2019), equation 8. */
  private static double[][] ease(double[][] common) {
    double[][] inverse = Arrays.stream(common).map(double[]::clone).toArray(double[][]::new);
    films().forEach(film -> inverse[film][film] += 100);
    invert(inverse);
    double[][] weights = new double[FILMS][FILMS];
    for (int a = 0; a < FILMS; a++) {
      for (int b = 0; b < FILMS; b++) {
        weights[a][b] = a == b ? 0 : -inverse[a][b] / inverse[b][b];
      }
    }
    return weights;
  }

  /** In place, by Gauss and Jordan; positive definite matrices need no pivoting. */
  private static void invert(double[][] matrix) {
    for (int pivot = 0; pivot < matrix.length; pivot++) {
      double scale = 1 / matrix[pivot][pivot];
      matrix[pivot][pivot] = 1;
      for (int column = 0; column < matrix.length; column++) {
        matrix[pivot][column] *= scale;
      }
      for (int row = 0; row < matrix.length; row++) {
        double factor = matrix[row][pivot];
        if (row != pivot) {
          matrix[row][pivot] = 0;
          for (int column = 0; column < matrix.length; column++) {
            matrix[row][column] -= factor * matrix[pivot][column];
          }
        }
      }
    }
  }

  private static boolean isAmongTopTen(int film, double[] scores, byte[] seen) {
    return films().filter(f -> seen[f] == 0 && scores[f] > scores[film]).count() < 10;
  }
}
