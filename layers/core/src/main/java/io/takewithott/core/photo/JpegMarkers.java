package io.takewithott.core.photo;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What a JPEG's markers tell before it is decoded: how often its picture is gone over, how the
 * camera was held, whether the file is whole.
 *
 * @param scans a progressive picture of thousands of scans is a decompression bomb
 * @param orientation the Exif value, 1 to 8; 1 where there is none
 */
record JpegMarkers(int scans, int orientation, boolean whole) {
  private static final int UPRIGHT = 1;
  private static final int MIRRORED_AND_TURNED = 8;

  private static final int FIRST_RESTART = 0xD0;
  private static final int LAST_RESTART = 0xD7;
  private static final int END = 0xD9;
  private static final int SCAN = 0xDA;
  private static final int APP1 = 0xE1;

  /** {@code Exif\0\0}. */
  private static final int EXIF = 0x45786966;

  private static final int EXIF_HEADER_BYTES = 6;
  private static final int LITTLE_ENDIAN = 0x4949;
  private static final int ORIENTATION_TAG = 0x0112;
  private static final int DIRECTORY_ENTRY_BYTES = 12;

  static JpegMarkers of(byte[] bytes) {
    int scans = 0;
    int orientation = 0;
    int at = nextMarker(bytes, 2);
    while (at + 1 < bytes.length) {
      int marker = bytes[at + 1] & 0xFF;
      if (marker == END) {
        return new JpegMarkers(scans, Math.max(UPRIGHT, orientation), true);
      }
      int length = at + 3 < bytes.length ? u16(bytes, at + 2) : 2;
      if (marker == SCAN) {
        scans++;
      } else if (marker == APP1 && orientation == 0 && at + 2 + length <= bytes.length) {
        orientation = orientation(ByteBuffer.wrap(bytes, at + 4, Math.max(0, length - 2)).slice());
      }
      // The picture itself follows a scan's header, and has no markers in it but restarts.
      at = nextMarker(bytes, at + 2 + Math.max(2, length));
    }
    return new JpegMarkers(scans, Math.max(UPRIGHT, orientation), false);
  }

  /**
   * Where the next marker stands that has a segment or ends the file; what lies before is passed.
   */
  private static int nextMarker(byte[] bytes, int from) {
    for (int at = from; at + 1 < bytes.length; at++) {
      int second = bytes[at + 1] & 0xFF;
      boolean bare = second <= 1 || second == 0xFF;
      boolean restart = second >= FIRST_RESTART && second <= LAST_RESTART;
      if (bytes[at] == (byte) 0xFF && !bare && !restart) {
        return at;
      }
    }
    return bytes.length;
  }

  /** 0 where the segment tells none, or is damaged. */
  private static int orientation(ByteBuffer segment) {
    try {
      if (segment.getInt() != EXIF) {
        return 0;
      }
      ByteBuffer tiff = segment.position(EXIF_HEADER_BYTES).slice();
      if (tiff.getShort(0) == LITTLE_ENDIAN) {
        tiff.order(ByteOrder.LITTLE_ENDIAN);
      }
      int directory = tiff.getInt(4);
      int entries = tiff.getShort(directory) & 0xFFFF;
      for (int i = 0; i < entries; i++) {
        int entry = directory + 2 + i * DIRECTORY_ENTRY_BYTES;
        if (tiff.getShort(entry) == ORIENTATION_TAG) {
          int value = tiff.getShort(entry + 8);
          return value >= UPRIGHT && value <= MIRRORED_AND_TURNED ? value : 0;
        }
      }
      return 0;
    } catch (IndexOutOfBoundsException | BufferUnderflowException | IllegalArgumentException bad) {
      return 0;
    }
  }

  private static int u16(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
  }
}
