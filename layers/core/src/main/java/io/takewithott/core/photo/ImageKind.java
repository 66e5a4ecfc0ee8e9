package io.takewithott.core.photo;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/**
 * What a photo may be. Of the other formats that the JDK reads, BMP is left out because it can
 * carry a picture of another format whose size is not the one it declares, and TIFF and WBMP
 * because nobody has such photos.
 */
public enum ImageKind {
  JPEG("image/jpeg", "jpeg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}),
  PNG("image/png", "png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'}),
  GIF("image/gif", "gif", new byte[] {'G', 'I', 'F', '8'});

  /** Where formats of the MPEG family name themselves: {@code ftypheic}. */
  private static final int BRAND_FROM = 4;

  private static final int BRAND_TO = 12;

  private final String contentType;
  private final String format;
  private final byte[] start;

  ImageKind(String contentType, String format, byte[] start) {
    this.contentType = contentType;
    this.format = format;
    this.start = start;
  }

  public String contentType() {
    return contentType;
  }

  /** The JDK's name for it. */
  String format() {
    return format;
  }

  /**
   * By what it calls itself, before it is uploaded.
   *
   * @throws AppException INVALID_VALUE
   */
  public static ImageKind ofContentType(String contentType) {
    return Arrays.stream(values())
        .filter(kind -> kind.contentType.equals(contentType))
        .findFirst()
        .orElseThrow(() -> refused("A photo is image/jpeg, image/png or image/gif", "contentType"));
  }

  /**
   * By what it is, whatever it calls itself.
   *
   * @throws AppException INVALID_VALUE
   */
  static ImageKind of(byte[] bytes) {
    return Arrays.stream(values())
        .filter(kind -> startsWith(bytes, kind.start))
        .findFirst()
        .orElseThrow(
            () ->
                refused(
                    "The photo is " + describe(bytes) + ", and only JPEG, PNG and GIF are taken",
                    "photo"));
  }

  private static String describe(byte[] bytes) {
    String start = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
    if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
      return "a WebP";
    }
    if (start.startsWith("ftyp", BRAND_FROM) && start.length() >= BRAND_TO) {
      return start.startsWith("avif", 8) ? "an AVIF" : "a HEIC or a film";
    }
    if (start.startsWith("BM")) {
      return "a BMP";
    }
    if (start.startsWith("II*") || start.startsWith("MM\0*")) {
      return "a TIFF";
    }
    return bytes.length == 0 ? "empty" : "of no known format";
  }

  private static boolean startsWith(byte[] bytes, byte[] start) {
    return bytes.length >= start.length
        && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
  }

  public static AppException refused(String message, String field) {
    return new AppException(ErrorCode.INVALID_VALUE, message, Map.of("field", field));
  }
}
