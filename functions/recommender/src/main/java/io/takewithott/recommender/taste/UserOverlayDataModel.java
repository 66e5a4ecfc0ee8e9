package io.takewithott.recommender.taste;

import io.takewithott.recommender.snapshot.RatingLog;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.LongStream;
import org.apache.mahout.cf.taste.common.NoSuchItemException;
import org.apache.mahout.cf.taste.common.NoSuchUserException;
import org.apache.mahout.cf.taste.common.Refreshable;
import org.apache.mahout.cf.taste.impl.common.FastIDSet;
import org.apache.mahout.cf.taste.impl.common.LongPrimitiveArrayIterator;
import org.apache.mahout.cf.taste.impl.common.LongPrimitiveIterator;
import org.apache.mahout.cf.taste.impl.model.GenericItemPreferenceArray;
import org.apache.mahout.cf.taste.model.DataModel;
import org.apache.mahout.cf.taste.model.PreferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot in which one user's history is another, as of now. It answers what the data model of a
 * snapshot with that history would, and costs no more memory than the history: the snapshot is not
 * copied. Immutable, so any number of overlays over one snapshot may be read by any number of
 * threads.
 *
 * <p>What Taste's {@code PlusAnonymousUserDataModel} does for one anonymous user at a time, with
 * three differences: the user may be in the snapshot already, and is then replaced; users remain in
 * ascending order instead of the new one being last; the history does not change, a newer one is
 * another overlay.
 */
public final class UserOverlayDataModel implements DataModel {
  private static final long serialVersionUID = 1L;

  private final SnapshotDataModel base;
  private final SnapshotDataModel own;
  private final long userId;
  private final boolean userWasThere;
  private final boolean userIsThere;
  private final long[] newItemIds;

  /**
   * @param history all that the user has rated, and nothing of other users; what is not in it, or
   *     in it without stars, they have not rated
   */
  public UserOverlayDataModel(SnapshotDataModel base, long userId, RatingLog history) {
    RatingsSnapshot snapshot = base.ratings();
    RatingsSnapshot ratings = RatingsSnapshot.EMPTY.with(history, snapshot.watermark());
    this.base = base;
    this.own = new SnapshotDataModel(ratings);
    this.userId = userId;
    this.userWasThere = snapshot.userIndex(userId) >= 0;
    this.userIsThere = ratings.userIndex(userId) >= 0;
    if (ratings.userCount() > (userIsThere ? 1 : 0)) {
      throw new IllegalArgumentException("The history is not of user " + userId + " alone");
    }
    this.newItemIds =
        LongStream.range(0, ratings.titleCount())
            .map(title -> ratings.titleId((int) title))
            .filter(id -> snapshot.titleIndex(id) < 0)
            .toArray();
  }

  @Override
  public LongPrimitiveIterator getUserIDs() {
    RatingsSnapshot snapshot = base.ratings();
    LongStream others =
        LongStream.range(0, snapshot.userCount())
            .map(user -> snapshot.userId((int) user))
            .filter(id -> id != userId);
    LongStream all =
        userIsThere ? LongStream.concat(others, LongStream.of(userId)).sorted() : others;
    return new LongPrimitiveArrayIterator(all.toArray());
  }

  @Override
  public PreferenceArray getPreferencesFromUser(long id) throws NoSuchUserException {
    return of(id).getPreferencesFromUser(id);
  }

  @Override
  public FastIDSet getItemIDsFromUser(long id) throws NoSuchUserException {
    return of(id).getItemIDsFromUser(id);
  }

  @Override
  public LongPrimitiveIterator getItemIDs() {
    RatingsSnapshot snapshot = base.ratings();
    long[] ids = Arrays.copyOf(newItemIds, getNumItems());
    for (int title = 0; title < snapshot.titleCount(); title++) {
      ids[newItemIds.length + title] = snapshot.titleId(title);
    }
    Arrays.sort(ids);
    return new LongPrimitiveArrayIterator(ids);
  }

  @Override
  public PreferenceArray getPreferencesForItem(long itemId) throws NoSuchItemException {
    if (Arrays.binarySearch(newItemIds, itemId) >= 0) {
      return own.getPreferencesForItem(itemId);
    }
    PreferenceArray before = base.getPreferencesForItem(itemId);
    boolean rated = rated(own, itemId);
    if (!rated && !rated(base, itemId)) {
      return before;
    }
    PreferenceArray now = new GenericItemPreferenceArray(getNumUsersWithPreferenceFor(itemId));
    int at = 0;
    for (int i = 0; i < before.length() && before.getUserID(i) < userId; i++) {
      copy(before, i, now, at++);
    }
    int others = at < before.length() && before.getUserID(at) == userId ? at + 1 : at;
    if (rated) {
      copy(own.getPreferencesForItem(itemId), 0, now, at++);
    }
    for (int i = others; i < before.length(); i++) {
      copy(before, i, now, at++);
    }
    return now;
  }

  private static void copy(PreferenceArray from, int i, PreferenceArray to, int at) {
    to.setItemID(at, from.getItemID(i));
    to.setUserID(at, from.getUserID(i));
    to.setValue(at, from.getValue(i));
  }

  @Override
  public @Nullable Float getPreferenceValue(long id, long itemId) throws NoSuchUserException {
    return of(id).getPreferenceValue(id, itemId);
  }

  @Override
  public @Nullable Long getPreferenceTime(long id, long itemId) throws NoSuchUserException {
    return of(id).getPreferenceTime(id, itemId);
  }

  @Override
  public int getNumItems() {
    return base.getNumItems() + newItemIds.length;
  }

  @Override
  public int getNumUsers() {
    return base.getNumUsers() + (userIsThere ? 1 : 0) - (userWasThere ? 1 : 0);
  }

  @Override
  public int getNumUsersWithPreferenceFor(long itemId) {
    return base.getNumUsersWithPreferenceFor(itemId)
        + (rated(own, itemId) ? 1 : 0)
        - (rated(base, itemId) ? 1 : 0);
  }

  @Override
  public int getNumUsersWithPreferenceFor(long itemId, long otherItemId) {
    boolean ratesBoth = rated(own, itemId) && rated(own, otherItemId);
    boolean ratedBoth = rated(base, itemId) && rated(base, otherItemId);
    return base.getNumUsersWithPreferenceFor(itemId, otherItemId)
        + (ratesBoth ? 1 : 0)
        - (ratedBoth ? 1 : 0);
  }

  @Override
  public void setPreference(long id, long itemId, float value) {
    throw new UnsupportedOperationException("An overlay does not change; rate in the database");
  }

  @Override
  public void removePreference(long id, long itemId) {
    throw new UnsupportedOperationException("An overlay does not change; rate in the database");
  }

  @Override
  public boolean hasPreferenceValues() {
    return base.hasPreferenceValues();
  }

  @Override
  public float getMaxPreference() {
    return base.getMaxPreference();
  }

  @Override
  public float getMinPreference() {
    return base.getMinPreference();
  }

  /** Does nothing: a newer history is another overlay. */
  @Override
  public void refresh(Collection<Refreshable> alreadyRefreshed) {}

  private SnapshotDataModel of(long id) {
    return id == userId ? own : base;
  }

  /** Whether the user has rated an item, in the snapshot or in their own history. */
  private boolean rated(SnapshotDataModel where, long itemId) {
    RatingsSnapshot ratings = where.ratings();
    int user = ratings.userIndex(userId);
    int title = ratings.titleIndex(itemId);
    return user >= 0 && title >= 0 && ratings.position(user, title) >= 0;
  }
}
