package io.takewithott.core.objects;

import java.time.Instant;
import java.util.Arrays;

/**
 * An object as it was read.
 *
 * @param etag names this version of it, for a conditional write
 * @param writtenAt to the second; {@link Instant#EPOCH} where that is not known
 */
public record StoredObject(byte[] bytes, String etag, Instant writtenAt) {

  public StoredObject(byte[] bytes, String etag) {
    this(bytes, etag, Instant.EPOCH);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StoredObject that
        && Arrays.equals(bytes, that.bytes)
        && etag.equals(that.etag);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(bytes) + etag.hashCode();
  }

  @Override
  public String toString() {
    return "StoredObject[" + bytes.length + " bytes, etag " + etag + "]";
  }
}
