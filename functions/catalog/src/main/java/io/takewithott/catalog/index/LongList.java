package io.takewithott.catalog.index;

import java.util.Arrays;

/** Longs that grow in number. */
final class LongList {
  private long[] values = new long[1024];
  private int count;

  void add(long value) {
    if (count == values.length) {
      values = Arrays.copyOf(values, count + (count >> 1));
    }
    values[count++] = value;
  }

  int size() {
    return count;
  }

  void writeTo(Sections.Writer sections) {
    sections.add(values, count);
  }
}
