package io.takewithott.recommender.taste;

import io.takewithott.recommender.snapshot.RatingsByTitle;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import java.util.Arrays;
import java.util.Collection;
import org.apache.mahout.cf.taste.common.NoSuchItemException;
import org.apache.mahout.cf.taste.common.NoSuchUserException;
import org.apache.mahout.cf.taste.common.Refreshable;
import org.apache.mahout.cf.taste.impl.common.FastIDSet;
import org.apache.mahout.cf.taste.impl.common.LongPrimitiveArrayIterator;
import org.apache.mahout.cf.taste.impl.common.LongPrimitiveIterator;
import org.apache.mahout.cf.taste.impl.model.GenericItemPreferenceArray;
import org.apache.mahout.cf.taste.impl.model.GenericUserPreferenceArray;
import org.apache.mahout.cf.taste.model.DataModel;
import org.apache.mahout.cf.taste.model.PreferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Taste's view of a snapshot: preferences are stars from 0.5 to 5. It reads the snapshot's arrays,
 * 9 bytes a rating, and those of its titles' side, 5 more. A title nobody rated is an item with an
 * empty preference array. Immutable.
 */
public final class SnapshotDataModel implements DataModel {
  private static final long serialVersionUID = 1L;
  private static final float LEAST_STARS = 0.5f;
  private static final float MOST_STARS = 5f;

  private final transient RatingsSnapshot ratings;
  private final transient RatingsByTitle byTitle;

  public SnapshotDataModel(RatingsSnapshot ratings) {
    this(ratings, RatingsByTitle.of(ratings));
  }

  /** Over a snapshot and the titles' side of the same snapshot, which others may share. */
  public SnapshotDataModel(RatingsSnapshot ratings, RatingsByTitle byTitle) {
    if (byTitle.size() != ratings.size() || byTitle.titleCount() != ratings.titleCount()) {
      throw new IllegalArgumentException("The titles' side is of another snapshot");
    }
    this.ratings = ratings;
    this.byTitle = byTitle;
  }

  RatingsSnapshot ratings() {
    return ratings;
  }

  @Override
  public LongPrimitiveIterator getUserIDs() {
    long[] ids = new long[ratings.userCount()];
    Arrays.setAll(ids, ratings::userId);
    return new LongPrimitiveArrayIterator(ids);
  }

  @Override
  public PreferenceArray getPreferencesFromUser(long userId) throws NoSuchUserException {
    int user = user(userId);
    int begin = ratings.begin(user);
    PreferenceArray preferences = new GenericUserPreferenceArray(ratings.end(user) - begin);
    for (int i = 0; i < preferences.length(); i++) {
      preferences.setUserID(i, userId);
      preferences.setItemID(i, ratings.titleId(ratings.title(begin + i)));
      preferences.setValue(i, stars(begin + i));
    }
    return preferences;
  }

  @Override
  public FastIDSet getItemIDsFromUser(long userId) throws NoSuchUserException {
    int user = user(userId);
    FastIDSet items = new FastIDSet(Math.max(1, ratings.end(user) - ratings.begin(user)));
    for (int k = ratings.begin(user); k < ratings.end(user); k++) {
      items.add(ratings.titleId(ratings.title(k)));
    }
    return items;
  }

  @Override
  public LongPrimitiveIterator getItemIDs() {
    long[] ids = new long[ratings.titleCount()];
    Arrays.setAll(ids, ratings::titleId);
    return new LongPrimitiveArrayIterator(ids);
  }

  @Override
  public PreferenceArray getPreferencesForItem(long itemId) throws NoSuchItemException {
    int title = title(itemId);
    int begin = byTitle.begin(title);
    PreferenceArray preferences = new GenericItemPreferenceArray(byTitle.count(title));
    for (int i = 0; i < preferences.length(); i++) {
      preferences.setItemID(i, itemId);
      preferences.setUserID(i, ratings.userId(byTitle.user(begin + i)));
      preferences.setValue(i, byTitle.halfStars(begin + i) / 2f);
    }
    return preferences;
  }

  @Override
  public @Nullable Float getPreferenceValue(long userId, long itemId) throws NoSuchUserException {
    int position = position(user(userId), itemId);
    return position < 0 ? null : Float.valueOf(stars(position));
  }

  /** When it was rated, in milliseconds as Taste has it. */
  @Override
  public @Nullable Long getPreferenceTime(long userId, long itemId) throws NoSuchUserException {
    int position = position(user(userId), itemId);
    return position < 0 ? null : Long.valueOf(ratings.ratedAtEpochSeconds(position) * 1000L);
  }

  @Override
  public int getNumItems() {
    return ratings.titleCount();
  }

  @Override
  public int getNumUsers() {
    return ratings.userCount();
  }

  @Override
  public int getNumUsersWithPreferenceFor(long itemId) {
    int title = ratings.titleIndex(itemId);
    return title < 0 ? 0 : byTitle.count(title);
  }

  @Override
  public int getNumUsersWithPreferenceFor(long itemId, long otherItemId) {
    int a = ratings.titleIndex(itemId);
    int b = ratings.titleIndex(otherItemId);
    return a < 0 || b < 0 ? 0 : byTitle.countOfBoth(a, b);
  }

  @Override
  public void setPreference(long userId, long itemId, float value) {
    throw new UnsupportedOperationException("A snapshot does not change; rate in the database");
  }

  @Override
  public void removePreference(long userId, long itemId) {
    throw new UnsupportedOperationException("A snapshot does not change; rate in the database");
  }

  @Override
  public boolean hasPreferenceValues() {
    return true;
  }

  @Override
  public float getMaxPreference() {
    return MOST_STARS;
  }

  @Override
  public float getMinPreference() {
    return LEAST_STARS;
  }

  /** Does nothing: newer ratings are another snapshot and another data model. */
  @Override
  public void refresh(Collection<Refreshable> alreadyRefreshed) {}

  private float stars(int position) {
    return ratings.halfStars(position) / 2f;
  }

  private int user(long userId) throws NoSuchUserException {
    int user = ratings.userIndex(userId);
    if (user < 0) {
      throw new NoSuchUserException(userId);
    }
    return user;
  }

  private int title(long itemId) throws NoSuchItemException {
    int title = ratings.titleIndex(itemId);
    if (title < 0) {
      throw new NoSuchItemException(itemId);
    }
    return title;
  }

  private int position(int user, long itemId) {
    int title = ratings.titleIndex(itemId);
    return title < 0 ? -1 : ratings.position(user, title);
  }
}
