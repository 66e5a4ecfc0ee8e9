package io.takewithott.recommender.taste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.takewithott.recommender.TwoTastes;
import io.takewithott.recommender.snapshot.ArrayBytes;
import io.takewithott.recommender.snapshot.RatingLog;
import io.takewithott.recommender.snapshot.RatingsMatrix;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.mahout.cf.taste.impl.model.PlusAnonymousUserDataModel;
import org.apache.mahout.cf.taste.model.DataModel;
import org.junit.jupiter.api.Test;

class UserOverlayDataModelTest {
  private static final RatingsSnapshot RATINGS =
      RatingsMatrix.snapshot(
          """
               10   11   12
           2    5    4    .
           4    .    3  4.5
           6    1    2    3
          """);

  @Test
  void aNewUserStandsAmongTheOthers() throws Exception {
    DataModel model =
        overlay(
            5,
            """
                 11   13
             5    2    1
            """);

    assertThat(DataModelText.text(model.getPreferencesForItem(11)))
        .isEqualTo("2 11 4.0\n4 11 3.0\n5 11 2.0\n6 11 2.0\n");
    assertThat(DataModelText.text(model.getPreferencesForItem(13))).isEqualTo("5 13 1.0\n");
    assertThat(model.getNumUsers()).isEqualTo(4);
    assertThat(model.getNumItems()).isEqualTo(4);
  }

  @Test
  void aUserOfTheSnapshotIsReplaced() throws Exception {
    DataModel model =
        overlay(
            6,
            """
                 10   12
             6    5    3
            """);

    assertThat(DataModelText.text(model.getPreferencesFromUser(6)))
        .isEqualTo("6 10 5.0\n6 12 3.0\n");
    assertThat(DataModelText.text(model.getPreferencesForItem(11)))
        .isEqualTo("2 11 4.0\n4 11 3.0\n");
    assertThat(model.getPreferenceValue(6, 11)).isNull();
    assertThat(model.getNumUsersWithPreferenceFor(11, 12)).isEqualTo(1);
  }

  @Test
  void aUserWithoutHistoryIsAbsent() throws Exception {
    DataModel model = new UserOverlayDataModel(new SnapshotDataModel(RATINGS), 6, new RatingLog());

    assertThat(model.getNumUsers()).isEqualTo(2);
    assertThat(model.getNumUsersWithPreferenceFor(10)).isEqualTo(1);
    assertThatThrownBy(() -> model.getPreferencesFromUser(6)).hasMessage("6");
  }

  @Test
  void theHistoryOfSomebodyElseIsRefused() {
    RatingLog log = new RatingLog();
    log.add(4, 10, 5, 1);

    assertThatThrownBy(() -> new UserOverlayDataModel(new SnapshotDataModel(RATINGS), 6, log))
        .hasMessage("The history is not of user 6 alone");
  }

  @Test
  void itDoesNotChange() {
    assertThatThrownBy(() -> overlay(5, "11\n5 2").setPreference(5, 10, 3f))
        .hasMessage("An overlay does not change; rate in the database");
  }

  @Test
  void anyOverlayIsTheDataModelOfTheSnapshotWithThatHistory() throws Exception {
    long[] users = LongStream.rangeClosed(0, 9).toArray();
    long[] items = LongStream.rangeClosed(9, 22).toArray();
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      RatingsSnapshot ratings = RatingsSnapshot.EMPTY.with(someRatings(random), 1);
      long user = random.nextInt(10);
      RatingLog history = someHistory(random, user);

      DataModel overlay = new UserOverlayDataModel(new SnapshotDataModel(ratings), user, history);
      DataModel rebuilt = new SnapshotDataModel(replaced(ratings, user, history));

      assertThat(DataModelText.of(overlay, users, items))
          .as("seed %s, user %s", seed, user)
          .isEqualTo(DataModelText.of(rebuilt, users, items));
    }
  }

  /** Taste's own, whose anonymous user has the highest id of all. */
  @Test
  void aNewUserIsToTheItemsWhatTastesAnonymousUserIs() throws Exception {
    SnapshotDataModel base = new SnapshotDataModel(RATINGS);
    RatingLog log = new RatingLog();
    log.add(PlusAnonymousUserDataModel.TEMP_USER_ID, 11, 4, 1);
    log.add(PlusAnonymousUserDataModel.TEMP_USER_ID, 12, 9, 1);
    DataModel overlay =
        new UserOverlayDataModel(base, PlusAnonymousUserDataModel.TEMP_USER_ID, log);
    PlusAnonymousUserDataModel tastes = new PlusAnonymousUserDataModel(base);
    tastes.setTempPrefs(overlay.getPreferencesFromUser(PlusAnonymousUserDataModel.TEMP_USER_ID));

    assertThat(overlay.getNumUsers()).isEqualTo(tastes.getNumUsers());
    for (long item = 10; item <= 12; item++) {
      assertThat(DataModelText.text(overlay.getPreferencesForItem(item)))
          .isEqualTo(DataModelText.text(tastes.getPreferencesForItem(item)));
      for (long other = 10; other <= 12; other++) {
        assertThat(overlay.getNumUsersWithPreferenceFor(item, other))
            .isEqualTo(tastes.getNumUsersWithPreferenceFor(item, other));
      }
    }
  }

  @Test
  void theSnapshotIsNotCopied() {
    SnapshotDataModel base = new SnapshotDataModel(TwoTastes.ratings());
    RatingLog log = new RatingLog();
    log.add(5, 101, 4, 1);

    assertThat(ArrayBytes.reachableFrom(new UserOverlayDataModel(base, 5, log)))
        .as("a rating, a user, a title and two ends of runs more")
        .isLessThan(ArrayBytes.reachableFrom(base) + 64);
  }

  @Test
  void overlaysAreReadByManyThreadsAtOnce() throws Exception {
    SnapshotDataModel base = new SnapshotDataModel(RATINGS);
    long[] users = LongStream.rangeClosed(1, 7).toArray();
    long[] items = LongStream.rangeClosed(9, 14).toArray();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (Future<Boolean> same :
          threads.invokeAll(
              IntStream.range(0, 200)
                  .<java.util.concurrent.Callable<Boolean>>mapToObj(
                      i ->
                          () -> {
                            RatingLog log = someHistory(new Random(i), i % 8);
                            DataModel model = new UserOverlayDataModel(base, i % 8, log);
                            String once = DataModelText.of(model, users, items);
                            return once.equals(DataModelText.of(model, users, items));
                          })
                  .toList())) {
        assertThat(same.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static DataModel overlay(long user, String matrix) {
    return new UserOverlayDataModel(
        new SnapshotDataModel(RATINGS), user, RatingsMatrix.log(matrix));
  }

  private static RatingLog someRatings(Random random) {
    RatingLog log = new RatingLog();
    int ratings = random.nextInt(30);
    for (int i = 0; i < ratings; i++) {
      log.add(1 + random.nextInt(8), 10 + random.nextInt(8), random.nextInt(11), i);
    }
    return log;
  }

  private static RatingLog someHistory(Random random, long user) {
    RatingLog log = new RatingLog();
    int ratings = random.nextInt(8);
    for (int i = 0; i < ratings; i++) {
      log.add(user, 10 + random.nextInt(12), random.nextInt(11), 100 + i);
    }
    return log;
  }

  /** The snapshot with everything of the user removed, and then their history added. */
  private static RatingsSnapshot replaced(RatingsSnapshot ratings, long user, RatingLog history) {
    RatingsSnapshot without =
        ratings.where(
            position -> position < begin(ratings, user) || position >= end(ratings, user));
    return without.with(history, 1);
  }

  private static int begin(RatingsSnapshot ratings, long userId) {
    int user = ratings.userIndex(userId);
    return user < 0 ? 0 : ratings.begin(user);
  }

  private static int end(RatingsSnapshot ratings, long userId) {
    int user = ratings.userIndex(userId);
    return user < 0 ? 0 : ratings.end(user);
  }
}
