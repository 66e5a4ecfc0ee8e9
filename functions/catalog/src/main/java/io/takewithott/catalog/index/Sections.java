package io.takewithott.catalog.index;

import java.io.ByteArrayOutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One array of bytes that holds several others, each read where it lies: nothing is copied when an
 * index is opened. Eight bytes say what it is, then comes the number of sections, their lengths,
 * and the sections, all little-endian.
 */
final class Sections {
  private static final byte[] MAGIC = "TWOFIND1".getBytes(StandardCharsets.US_ASCII);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** More than any version has had. */
  private static final int MOST_SECTIONS = 64;

  private final byte[] data;
  private final int[] starts;

  private Sections(byte[] data, int[] starts) {
    this.data = data;
    this.starts = starts;
  }

  /**
   * @throws IllegalArgumentException when it is none, or not whole
   */
  static Sections open(byte[] data) {
    int header = MAGIC.length + Integer.BYTES;
    if (data.length < header || !startsWithMagic(data)) {
      throw new IllegalArgumentException("not a search index");
    }
    int count = (int) INT.get(data, MAGIC.length);
    if (count < 0 || count > MOST_SECTIONS || data.length < header + count * Integer.BYTES) {
      throw new IllegalArgumentException("a search index with an impossible header");
    }
    int[] starts = new int[count + 1];
    long at = header + (long) count * Integer.BYTES;
    for (int i = 0; i < count; i++) {
      starts[i] = (int) at;
      int length = (int) INT.get(data, header + i * Integer.BYTES);
      at += length;
      if (length < 0 || at > data.length) {
        throw new IllegalArgumentException("a search index that breaks off");
      }
    }
    starts[count] = (int) at;
    return new Sections(data, starts);
  }

  private static boolean startsWithMagic(byte[] data) {
    for (int i = 0; i < MAGIC.length; i++) {
      if (data[i] != MAGIC[i]) {
        return false;
      }
    }
    return true;
  }

  Part part(int index) {
    return new Part(data, starts[index], starts[index + 1]);
  }

  /** Gathers sections. */
  static final class Writer {
    private final List<byte[]> sections = new ArrayList<>();

    void add(byte[] section) {
      sections.add(section);
    }

    void add(int[] numbers, int count) {
      byte[] section = new byte[count * Integer.BYTES];
      for (int i = 0; i < count; i++) {
        INT.set(section, i * Integer.BYTES, numbers[i]);
      }
      add(section);
    }

    void add(long[] numbers, int count) {
      byte[] section = new byte[count * Long.BYTES];
      for (int i = 0; i < count; i++) {
        LONG.set(section, i * Long.BYTES, numbers[i]);
      }
      add(section);
    }

    byte[] finish() {
      long total = MAGIC.length + Integer.BYTES;
      for (byte[] section : sections) {
        total += Integer.BYTES + section.length;
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream(Math.toIntExact(total));
      out.writeBytes(MAGIC);
      out.writeBytes(littleEndian(sections.size()));
      sections.forEach(section -> out.writeBytes(littleEndian(section.length)));
      for (int i = 0; i < sections.size(); i++) {
        out.writeBytes(sections.set(i, new byte[0]));
      }
      return out.toByteArray();
    }

    private static byte[] littleEndian(int number) {
      byte[] bytes = new byte[Integer.BYTES];
      INT.set(bytes, 0, number);
      return bytes;
    }
  }

  /** One section. */
  record Part(byte[] data, int start, int end) {
    int bytes() {
      return end - start;
    }

    int byteAt(int index) {
      return Byte.toUnsignedInt(data[start + index]);
    }

    int intAt(int index) {
      return (int) INT.get(data, start + index * Integer.BYTES);
    }

    long longAt(int index) {
      return (long) LONG.get(data, start + index * Long.BYTES);
    }

    int ints() {
      return bytes() / Integer.BYTES;
    }

    String text(int from, int to) {
      return new String(data, start + from, to - from, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }

    @Override
    public String toString() {
      return "Part[" + bytes() + " bytes]";
    }
  }
}
