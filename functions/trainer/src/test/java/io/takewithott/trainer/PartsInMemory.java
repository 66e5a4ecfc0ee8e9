package io.takewithott.trainer;

import io.takewithott.recommender.snapshot.PartsPointer;
import io.takewithott.recommender.snapshot.RatingsPart;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Ratings cut into parts that need no bucket: each task carries its own along. */
record PartsInMemory(PartsPointer pointer, PartReader reader) {
  static PartsInMemory of(RatingsSnapshot ratings, int count) {
    List<RatingsPart> parts = new ArrayList<>();
    ArrayList<byte[]> bytes = new ArrayList<>();
    int users = ratings.userCount();
    for (int i = 0; i < count; i++) {
      RatingsSnapshot part =
          ratings.ofUsers((int) ((long) users * i / count), (int) ((long) users * (i + 1) / count));
      long from = i == 0 ? Long.MIN_VALUE : part.userId(0);
      byte[] packed = PartReader.packed(part);
      bytes.add(packed);
      parts.add(
          new RatingsPart("parts/" + i, "", packed.length, from, part.size(), part.userCount(), 0));
    }
    return new PartsInMemory(new PartsPointer(1, parts), named -> filled(named, bytes));
  }

  private static Iterator<PackedPart> filled(Iterator<PackedPart> named, List<byte[]> bytes) {
    List<PackedPart> parts = new ArrayList<>();
    named.forEachRemaining(
        part ->
            parts.add(
                new PackedPart(
                    part.part(), part.place(), part.firstUser(), bytes.get(part.place()))));
    return parts.iterator();
  }
}
