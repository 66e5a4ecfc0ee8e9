package io.takewithott.recommender.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.recommender.TwoTastes;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;

class RatingsByTitleTest {
  private final RatingsByTitle titles =
      RatingsByTitle.of(
          RatingsMatrix.snapshot(
                  """
                       10   11   12
                   1    5    4    .
                   2    .    3  4.5
                   3    1    2    .
                  """)
              .over(new long[] {9, 10, 11, 12}));

  @Test
  void eachTitleHasItsUsersAscendingWithTheirStars() {
    assertThat(lines()).isEqualTo("1: 0=10 2=2\n2: 0=8 1=6 2=4\n3: 1=9");
    assertThat(titles.size()).isEqualTo(6);
  }

  @Test
  void aTitleNobodyRatedIsEmpty() {
    assertThat(titles.titleCount()).isEqualTo(4);
    assertThat(titles.count(0)).isZero();
  }

  @Test
  void aRatingIsFoundByTitleAndUser() {
    assertThat(titles.halfStars(titles.place(2, 1))).isEqualTo(6);
    assertThat(titles.place(1, 1)).isNegative();
    assertThat(titles.place(0, 0)).isNegative();
  }

  @Test
  void usersOfTwoTitlesAreCountedOnce() {
    assertThat(titles.countOfBoth(1, 2)).isEqualTo(2);
    assertThat(titles.countOfBoth(1, 3)).isZero();
    assertThat(titles.countOfBoth(2, 2)).isEqualTo(3);
    assertThat(titles.countOfBoth(0, 1)).isZero();
  }

  @Test
  void everyRatingOfTheSnapshotIsHereOnce() {
    RatingsSnapshot ratings = TwoTastes.ratings();
    RatingsByTitle byTitle = RatingsByTitle.of(ratings);

    assertThat(byTitle.size()).isEqualTo(ratings.size());
    for (int title = 0; title < byTitle.titleCount(); title++) {
      for (int place = byTitle.begin(title); place < byTitle.end(title); place++) {
        int position = ratings.position(byTitle.user(place), title);
        assertThat(byTitle.halfStars(place)).isEqualTo(ratings.halfStars(position));
      }
    }
  }

  private String lines() {
    StringJoiner lines = new StringJoiner("\n");
    for (int title = 0; title < titles.titleCount(); title++) {
      StringJoiner line = new StringJoiner(" ", title + ": ", "").setEmptyValue("");
      for (int place = titles.begin(title); place < titles.end(title); place++) {
        line.add(titles.user(place) + "=" + titles.halfStars(place));
      }
      if (line.length() > 0) {
        lines.add(line.toString());
      }
    }
    return lines.toString();
  }
}
