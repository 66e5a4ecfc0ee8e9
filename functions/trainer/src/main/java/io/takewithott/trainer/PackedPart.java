package io.takewithott.trainer;

import io.takewithott.recommender.snapshot.PartedRatings;
import io.takewithott.recommender.snapshot.RatingsPart;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import java.io.Serializable;

/**
 * A part of the ratings as it lies in the bucket: what Spark keeps and moves, a few bytes a rating.
 *
 * @param place of the part among all
 * @param firstUser how many users the parts before have
 */
record PackedPart(RatingsPart part, int place, int firstUser, byte[] bytes)
    implements Serializable {
  /** All of it, over the titles that it has. */
  RatingsSnapshot ratings() {
    return PartedRatings.unpacked(part, bytes);
  }
}
