package io.takewithott.recommender.taste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.takewithott.recommender.TwoTastes;
import io.takewithott.recommender.snapshot.ArrayBytes;
import io.takewithott.recommender.snapshot.RatingsByTitle;
import io.takewithott.recommender.snapshot.RatingsMatrix;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import org.apache.mahout.cf.taste.common.NoSuchUserException;
import org.apache.mahout.cf.taste.impl.model.GenericDataModel;
import org.apache.mahout.cf.taste.model.DataModel;
import org.junit.jupiter.api.Test;

class SnapshotDataModelTest {
  private final DataModel model =
      new SnapshotDataModel(
          RatingsMatrix.snapshot(
              """
                   10   11   12
               1    5    4    .
               2    .    3  4.5
               3    1    2    3
              """));

  @Test
  void itAnswersWhatTastesOwnModelAnswers() throws Exception {
    DataModel own = new GenericDataModel(GenericDataModel.toDataMap(model));

    assertThat(own.getNumUsers()).isEqualTo(model.getNumUsers());
    assertThat(own.getNumItems()).isEqualTo(model.getNumItems());
    for (long user = 1; user <= 3; user++) {
      assertThat(model.getItemIDsFromUser(user)).isEqualTo(own.getItemIDsFromUser(user));
      assertThat(DataModelText.text(model.getPreferencesFromUser(user)))
          .isEqualTo(DataModelText.text(own.getPreferencesFromUser(user)));
      for (long item = 10; item <= 12; item++) {
        assertThat(model.getPreferenceValue(user, item))
            .isEqualTo(own.getPreferenceValue(user, item));
      }
    }
    for (long item = 10; item <= 12; item++) {
      assertThat(DataModelText.text(model.getPreferencesForItem(item)))
          .isEqualTo(DataModelText.text(own.getPreferencesForItem(item)));
      assertThat(model.getNumUsersWithPreferenceFor(item))
          .isEqualTo(own.getNumUsersWithPreferenceFor(item));
      for (long other = 10; other <= 12; other++) {
        assertThat(model.getNumUsersWithPreferenceFor(item, other))
            .isEqualTo(own.getNumUsersWithPreferenceFor(item, other));
      }
    }
  }

  @Test
  void timesAreInMilliseconds() throws Exception {
    assertThat(model.getPreferenceTime(2, 12)).isEqualTo(2012_000L);
    assertThat(model.getPreferenceTime(2, 10)).isNull();
  }

  @Test
  void anUnknownUserIsRefused() {
    assertThatThrownBy(() -> model.getPreferencesFromUser(4))
        .isInstanceOf(NoSuchUserException.class);
  }

  @Test
  void itDoesNotChange() {
    assertThatThrownBy(() -> model.setPreference(1, 10, 3f))
        .hasMessage("A snapshot does not change; rate in the database");
  }

  @Test
  void aRatingTakesFourteenBytes() {
    RatingsSnapshot ratings = TwoTastes.ratings();
    long users = 8L * ratings.userCount() + 4L * (ratings.userCount() + 1);
    long titles = 8L * ratings.titleCount() + 4L * (ratings.titleCount() + 1);

    assertThat(ArrayBytes.reachableFrom(new SnapshotDataModel(ratings)))
        .isEqualTo(14L * ratings.size() + users + titles);
  }

  @Test
  void theTitlesSideOfAnotherSnapshotIsRefused() {
    assertThatThrownBy(
            () ->
                new SnapshotDataModel(
                    TwoTastes.ratings(), RatingsByTitle.of(RatingsSnapshot.EMPTY)))
        .hasMessage("The titles' side is of another snapshot");
  }
}
