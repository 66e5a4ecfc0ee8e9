package io.takewithott.trainer;

import io.takewithott.recommender.snapshot.RatingsSnapshot;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.mllib.recommendation.Rating;

/** Goes through the ratings of known titles, one object at a time. */
final class PartRatings implements Iterator<Rating> {
  private final RatingsSnapshot ratings;
  private final int firstUser;
  private final int[] places;
  private final double most;
  private int user;
  private int next;

  PartRatings(RatingsSnapshot ratings, int firstUser, long[] catalogue, double most) {
    this.ratings = ratings;
    this.firstUser = firstUser;
    this.most = most;
    this.places = new int[ratings.titleCount()];
    Arrays.setAll(places, title -> Arrays.binarySearch(catalogue, ratings.titleId(title)));
    skipUnknown();
  }

  private void skipUnknown() {
    while (next < ratings.size() && places[ratings.title(next)] < 0) {
      next++;
    }
    while (next < ratings.size() && next >= ratings.end(user)) {
      user++;
    }
  }

  @Override
  public boolean hasNext() {
    return next < ratings.size();
  }

  @Override
  public Rating next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Rating rating =
        new Rating(firstUser + user, places[ratings.title(next)], ratings.halfStars(next) / most);
    next++;
    skipUnknown();
    return rating;
  }
}
