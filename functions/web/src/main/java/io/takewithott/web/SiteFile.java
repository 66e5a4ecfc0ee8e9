package io.takewithott.web;

import io.takewithott.core.objects.Checksum;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * A file as it is served, plain and compressed. Neither the API nor the gateway compresses, so it
 * is done once, when the function starts.
 *
 * @param compressed the same as gzip; of no length where that saves nothing
 * @param etag names this content
 */
record SiteFile(String contentType, byte[] bytes, byte[] compressed, String etag) {
  private static final int ETAG_LENGTH = 16;

  /** Whatever else there is compressed itself. */
  private static final Set<String> COMPRESSIBLE =
      Set.of(
          "text/html",
          "text/css",
          "text/javascript",
          "text/plain",
          "image/svg+xml",
          "application/json");

  static SiteFile of(String contentType, byte[] bytes) {
    String type = contentType.replaceFirst(";.*", "");
    boolean worth = COMPRESSIBLE.contains(type) || type.endsWith("+json");
    return new SiteFile(
        contentType,
        bytes,
        worth ? compress(bytes) : new byte[0],
        Checksum.sha256(bytes).substring(0, ETAG_LENGTH));
  }

  boolean isCompressed() {
    return compressed.length > 0;
  }

  private static byte[] compress(byte[] bytes) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new Thorough(compressed)) {
      gzip.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return compressed.size() < bytes.length ? compressed.toByteArray() : new byte[0];
  }

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

  private static final class Thorough extends GZIPOutputStream {
    Thorough(ByteArrayOutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
