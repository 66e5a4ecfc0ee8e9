package io.takewithott.catalog.picture;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The piece of some bytes that a {@code Range} header asks for. What is not understood, and several
 * pieces at once, may be answered with everything.
 *
 * @param first of {@code length} bytes; not before the end if there is no such piece
 * @param last included
 */
record ByteRange(int first, int last, boolean isWhole, int length) {
  private static final Pattern ONE = Pattern.compile("bytes=\\s*(\\d{0,12})-(\\d{0,12})\\s*");

  static ByteRange parse(String header, int length) {
    Matcher one = ONE.matcher(header);
    if (!one.matches() || (one.group(1).isEmpty() && one.group(2).isEmpty())) {
      return whole(length);
    }
    if (one.group(1).isEmpty()) {
      long suffix = Long.parseLong(one.group(2));
      return suffix == 0 ? none(length) : piece(Math.max(0, length - suffix), length - 1L, length);
    }
    long first = Long.parseLong(one.group(1));
    long last = one.group(2).isEmpty() ? length - 1L : Long.parseLong(one.group(2));
    if (!one.group(2).isEmpty() && last < first) {
      return whole(length);
    }
    return first >= length ? none(length) : piece(first, Math.min(last, length - 1L), length);
  }

  boolean isSatisfiable() {
    return first < length;
  }

  private static ByteRange piece(long first, long last, int length) {
    return new ByteRange((int) first, (int) last, false, length);
  }

  private static ByteRange none(int length) {
    return new ByteRange(length, length, false, length);
  }

  private static ByteRange whole(int length) {
    return new ByteRange(0, length - 1, true, length);
  }
}
