package io.takewithott.web;

import java.util.Arrays;

/**
 * A file as it is served.
 *
 * @param etag names this content
 */
record SiteFile(String contentType, byte[] bytes, String etag) {
  @Override
  public boolean equals(Object other) {
    return other instanceof SiteFile that
        && etag.equals(that.etag)
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return etag.hashCode();
  }

  @Override
  public String toString() {
    return "SiteFile[" + contentType + ", " + bytes.length + " bytes]";
  }
}
