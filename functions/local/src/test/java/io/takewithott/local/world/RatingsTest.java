package io.takewithott.local.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class RatingsTest {

  @Test
  void ratingsAreGroupedByViewerInTheOrderTheyCame() {
    assertThat(lines("1 7 5 100", "0 3 4 300", "1 2 9 200", "0 7 1 400"))
        .containsExactly("0 3 4 300", "0 7 1 400", "1 7 5 100", "1 2 9 200");
  }

  @Test
  void lastByTimeWins() {
    assertThat(lines("0 3 4 300", "0 3 8 200", "0 5 1 100", "0 5 2 150"))
        .containsExactly("0 3 4 300", "0 5 2 150");
  }

  @Test
  void lastInTheFileWinsAtTheSameTime() {
    assertThat(lines("0 3 4 300", "1 3 1 300", "0 3 8 300"))
        .containsExactly("0 3 8 300", "1 3 1 300");
  }

  @Test
  void replacedRatingsAreCounted() {
    assertThat(ratings("0 3 4 300", "0 3 8 200", "0 3 9 400", "1 3 1 1").duplicates()).isEqualTo(2);
  }

  @Test
  void timesAfter2038AreKept() {
    assertThat(lines("0 0 1 4102444800")).containsExactly("0 0 1 4102444800");
  }

  @Test
  void noRatingsAreRatingsToo() {
    assertThat(ratings().size()).isZero();
  }

  @Property(tries = 200)
  void everyPairIsThereOnceWithItsLatestRating(
      @ForAll @Size(max = 60) List<@IntRange(max = 199) Integer> draws) {
    Map<String, String> latest = new HashMap<>();
    Map<String, Integer> times = new HashMap<>();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < draws.size(); i++) {
      int draw = draws.get(i);
      String pair = draw % 3 + " " + draw / 3 % 4;
      int time = draw / 12;
      String line = pair + " " + (i % 10 + 1) + " " + time;
      lines.add(line);
      if (times.getOrDefault(pair, -1) <= time) {
        times.put(pair, time);
        latest.put(pair, line);
      }
    }
    assertThat(lines(lines.toArray(String[]::new)))
        .containsExactlyInAnyOrderElementsOf(latest.values());
  }

  private static Ratings ratings(String... lines) {
    Ratings.Collector collector = new Ratings.Collector();
    for (String line : lines) {
      String[] field = line.split(" ");
      collector.add(
          Integer.parseInt(field[0]),
          Integer.parseInt(field[1]),
          Integer.parseInt(field[2]),
          Long.parseLong(field[3]));
    }
    return collector.ratings();
  }

  private static List<String> lines(String... lines) {
    Ratings ratings = ratings(lines);
    List<String> result = new ArrayList<>();
    for (int i = 0; i < ratings.size(); i++) {
      result.add(
          "%d %d %d %d"
              .formatted(
                  ratings.viewer(i),
                  ratings.title(i),
                  ratings.halfStars(i),
                  ratings.ratedAtEpochSeconds(i)));
    }
    return result;
  }
}
