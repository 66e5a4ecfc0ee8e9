package io.takewithott.trainer;

import io.takewithott.recommender.snapshot.PartedRatings;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import java.io.Serializable;
import java.util.Iterator;

/** Reads parts of the ratings on whichever machine works on them. */
interface PartReader extends Serializable {
  /**
   * @param named without their bytes
   */
  Iterator<PackedPart> read(Iterator<PackedPart> named);

  /** A snapshot as a part's bytes. */
  static byte[] packed(RatingsSnapshot ratings) {
    return PartedRatings.packed(ratings);
  }

  /** From the bucket that these settings name. */
  static PartReader ofBucket(Settings settings) {
    return named -> {
      PartedRatings parts = settings.desk().parts();
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return named.hasNext();
        }

        @Override
        public PackedPart next() {
          PackedPart part = named.next();
          return new PackedPart(
              part.part(), part.place(), part.firstUser(), parts.packed(part.part()));
        }
      };
    };
  }
}
