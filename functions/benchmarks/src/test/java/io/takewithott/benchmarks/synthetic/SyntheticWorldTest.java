package io.takewithott.benchmarks.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.takewithott.benchmarks.report.ProgressBar;
import io.takewithott.recommender.snapshot.RatingsByTitle;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SyntheticWorldTest {
  private static final WorldShape SHAPE = WorldShape.ofRatings(200_000);

  private static final SyntheticWorld WORLD = world();

  private final SyntheticWorld world = WORLD;
  private final RatingsSnapshot ratings = WORLD.ratings();

  @Test
  void aSmallerWorldHasFewerUsersInProportionAndFewerTitlesByTheRoot() {
    assertThat(WorldShape.ofRatings(20_000_000))
        .isEqualTo(new WorldShape(138_491, 26_744, 20_000_000));
    assertThat(SHAPE).isEqualTo(new WorldShape(1385, 2674, 200_000));
  }

  @Test
  void ratingsAreAboutAsManyAsAskedFor() {
    assertThat((double) ratings.size()).isEqualTo(200_000, within(20_000.0));
    assertThat(ratings.userCount()).isEqualTo(1385);
    assertThat(ratings.titleCount()).isEqualTo(2674);
  }

  @Test
  void theSameShapeGivesTheSameWorld() {
    SyntheticWorld again = world();

    assertThat(again.heldOut()).isEqualTo(world.heldOut());
    assertThat(again.ratings().size()).isEqualTo(ratings.size());
    assertThat(IntStream.range(0, ratings.size()))
        .allMatch(
            k ->
                again.ratings().title(k) == ratings.title(k)
                    && again.ratings().halfStars(k) == ratings.halfStars(k));
  }

  /** A tenth of the titles have most of the ratings, and the longest history is far from usual. */
  @Test
  void popularityAndHistoriesHaveLongTails() {
    RatingsByTitle byTitle = RatingsByTitle.of(ratings);
    int[] counts = IntStream.range(0, 2674).map(byTitle::count).sorted().toArray();
    int[] lengths =
        IntStream.range(0, 1385)
            .map(user -> ratings.end(user) - ratings.begin(user))
            .sorted()
            .toArray();

    assertThat(IntStream.of(counts).skip(2674 - 267).sum()).isGreaterThan(ratings.size() / 2);
    assertThat(lengths[0]).isGreaterThanOrEqualTo(12);
    assertThat(lengths[1384]).isGreaterThan(5 * lengths[692]);
  }

  @Test
  void oneUserInTenIsActive() {
    assertThat(world.activeUsers().length).isBetween(100, 180);
  }

  @Test
  void whatIsHeldOutIsNotAmongTheRatings() {
    assertThat(world.heldOut()).hasSizeGreaterThan(1000);
    world
        .heldOut()
        .forEach(
            (user, titles) ->
                assertThat(titles)
                    .allMatch(
                        title ->
                            ratings.position(ratings.userIndex(user), ratings.titleIndex(title))
                                < 0));
  }

  private static SyntheticWorld world() {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return SyntheticWorld.of(
        SHAPE, new ProgressBar("", SHAPE.users(), InstantSource.system(), nowhere, false));
  }
}
