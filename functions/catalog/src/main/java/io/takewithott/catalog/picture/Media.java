package io.takewithott.catalog.picture;

import io.takewithott.core.objects.ObjectStore;
import io.takewithott.core.objects.StoredObject;
import java.util.Arrays;
import java.util.Optional;

/** Pictures and clips in S3, small enough for a function's answer. One read. */
public final class Media {
  /** A function answers at most 6 MB, in Base64; what is longer is cut off here and not served. */
  static final int MOST_BYTES = 4 * 1024 * 1024;

  private final ObjectStore objects;

  public Media(ObjectStore objects) {
    this.objects = objects;
  }

  /** The object's bytes; nothing where there is none or a larger one. */
  Optional<byte[]> read(String key) {
    return objects
        .getStart(key, MOST_BYTES + 1)
        .map(StoredObject::bytes)
        .filter(bytes -> bytes.length > 0 && bytes.length <= MOST_BYTES)
        .map(bytes -> Arrays.copyOf(bytes, bytes.length));
  }
}
