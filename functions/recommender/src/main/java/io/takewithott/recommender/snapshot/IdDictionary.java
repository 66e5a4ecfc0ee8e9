package io.takewithott.recommender.snapshot;

import java.util.Arrays;
import org.apache.mahout.math.map.OpenLongIntHashMap;

/** Numbers ids from 0 in the order in which they are first met, so that 4 bytes stand for 8. */
final class IdDictionary {
  private final OpenLongIntHashMap placesPlusOne = new OpenLongIntHashMap();
  private long[] ids = new long[16];
  private int size;

  /** The number of an id, a new one if it was not met before. */
  int numberOf(long id) {
    int known = placesPlusOne.get(id);
    if (known > 0) {
      return known - 1;
    }
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, size * 2);
    }
    ids[size++] = id;
    placesPlusOne.put(id, size);
    return size - 1;
  }

  long id(int number) {
    return ids[number];
  }

  int size() {
    return size;
  }

  /** The ids in the order of their numbers. */
  long[] ids() {
    return Arrays.copyOf(ids, size);
  }
}
