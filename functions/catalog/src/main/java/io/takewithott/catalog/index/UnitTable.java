package io.takewithott.catalog.index;

import io.takewithott.catalog.index.Sections.Part;
import java.util.Arrays;

/** Sequences of units, one after the other in one array. */
public final class UnitTable {
  private final Part offsets;
  private final Part units;

  UnitTable(Part offsets, Part units) {
    this.offsets = offsets;
    this.units = units;
  }

  public int size() {
    return offsets.ints() - 1;
  }

  public int length(int entry) {
    return offsets.intAt(entry + 1) - offsets.intAt(entry);
  }

  /** All of them, from {@link #start} on; not to be changed. */
  public byte[] array() {
    return units.data();
  }

  /** Where in the array an entry begins. */
  public int start(int entry) {
    return units.start() + offsets.intAt(entry);
  }

  int total() {
    return units.bytes();
  }

  /** As text, where the units are UTF-8. */
  String text(int entry) {
    return units.text(offsets.intAt(entry), offsets.intAt(entry + 1));
  }

  /** Gathers sequences. */
  static final class Builder {
    private int[] offsets = new int[1024];
    private byte[] units = new byte[1 << 14];
    private int count;

    void add(byte[] sequence) {
      int end = offsets[count] + sequence.length;
      if (end > units.length) {
        units = Arrays.copyOf(units, Math.max(end, units.length + (units.length >> 1)));
      }
      if (count + 2 > offsets.length) {
        offsets = Arrays.copyOf(offsets, offsets.length + (offsets.length >> 1));
      }
      System.arraycopy(sequence, 0, units, offsets[count], sequence.length);
      count++;
      offsets[count] = end;
    }

    /** As one section, where every sequence is as long as the others. */
    void writeUnitsTo(Sections.Writer sections) {
      sections.add(Arrays.copyOf(units, offsets[count]));
    }

    /** As two sections: where each begins, and all. */
    UnitTable writeTo(Sections.Writer sections) {
      byte[] all = Arrays.copyOf(units, offsets[count]);
      int[] starts = Arrays.copyOf(offsets, count + 1);
      sections.add(starts, starts.length);
      sections.add(all);
      Sections.Writer own = new Sections.Writer();
      own.add(starts, starts.length);
      own.add(all);
      Sections opened = Sections.open(own.finish());
      return new UnitTable(opened.part(0), opened.part(1));
    }
  }
}
