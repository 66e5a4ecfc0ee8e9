package io.takewithott.local.world.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * Splits bytes into lines without ever holding more than one: ended by LF or CRLF, the last one
 * perhaps by nothing, a byte order mark before the first left out.
 */
final class LineReader implements Closeable {
  /** Longer than any line of any data set known; such a line is passed over, not held. */
  static final int LONGEST_LINE_BYTES = 16 * 1024;

  private static final int BUFFER_BYTES = 64 * 1024;

  private final InputStream in;
  private final Encoding encoding;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private final byte[] line = new byte[LONGEST_LINE_BYTES];
  private int position;
  private int limit;
  private int length;
  private long number;

  LineReader(InputStream in, Encoding encoding) {
    this.in = in;
    this.encoding = encoding;
  }

  /** Goes to the next line, if there is one. */
  boolean next() throws IOException {
    length = 0;
    if (position == limit && !fill()) {
      return false;
    }
    number++;
    do {
      byte b = buffer[position++];
      if (b == '\n') {
        return true;
      }
      if (length < line.length) {
        line[length] = b;
      }
      length++;
    } while (position < limit || fill());
    return true;
  }

  /** The number of the current line; the first is 1. */
  long number() {
    return number;
  }

  /**
   * The current line without its end.
   *
   * @throws RejectedLine when it is too long or no text
   */
  String text() {
    if (length > line.length) {
      throw new RejectedLine("longer than " + LONGEST_LINE_BYTES + " bytes (" + length + ")");
    }
    int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
    String text = encoding.decode(line, end);
    return number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private boolean fill() throws IOException {
    position = 0;
    limit = Math.max(0, in.read(buffer));
    return limit > 0;
  }
}
