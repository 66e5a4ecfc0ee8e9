package io.takewithott.core.objects;

import java.util.Arrays;

/**
 * An object as it was read.
 *
 * @param etag names this version of it, for a conditional write
 */
public record StoredObject(byte[] bytes, String etag) {
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
