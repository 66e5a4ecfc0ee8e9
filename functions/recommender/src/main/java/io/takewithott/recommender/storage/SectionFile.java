package io.takewithott.recommender.storage;

import io.takewithott.recommender.storage.SectionWriter.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A binary file of tagged sections, little-endian, made to be mapped into memory and read there:
 *
 * <pre>
 * offset      size  content
 * 0           8     magic, ASCII: which kind of file it is
 * 8           4     version of that kind's format, an int
 * 12          4     number of sections S, an int, at most 64
 * 16          8     length of the whole file in bytes, a long
 * 24          40    zeros
 * 64          24 S  directory, for each section:
 *               4     tag, ASCII
 *               4     zeros
 *               8     offset of its content from the file's beginning, a long
 *               8     length of its content in bytes, a long
 * 64 + 24 S   …     zeros
 * 1600        …     content of the first section: one array of int, long, float or byte
 * …           …     the others in the order of the directory, each beginning at the next multiple
 *                   of 64 and filled up with zeros to there
 * end - 32    32    SHA-256 of everything before; end is the length at offset 16
 * </pre>
 *
 * A section begins at a multiple of 64 bytes, so that its elements lie at addresses that the
 * processor reads at once. One section holds at most 2 GiB, the reach of a Java buffer; the file as
 * a whole may be longer when mapped.
 *
 * <p>The checksum is verified before anything is answered, of a file that is mapped by whoever
 * opened it ({@link CheckedFile}). A reader takes the sections it knows by their tags and passes
 * over the others, so a format may add some without a new version.
 *
 * <p>Version 1 of every kind had no directory, and no alignment; it is refused as older.
 */
public final class SectionFile {
  static final int TAG_LENGTH = 4;
  static final int ALIGNMENT = 64;
  static final int DIRECTORY = 64;
  static final int ENTRY_LENGTH = 24;

  /** As many as the directory has room for; more than any format here has. */
  static final int MOST_SECTIONS = 64;

  static final int FIRST_SECTION = DIRECTORY + MOST_SECTIONS * ENTRY_LENGTH;
  static final int MOST_SECTION_BYTES = Integer.MAX_VALUE;

  private final Map<String, ByteBuffer> sections;

  SectionFile(Map<String, ByteBuffer> sections) {
    this.sections = Map.copyOf(sections);
  }

  /**
   * Opens a file in memory after checking it whole.
   *
   * @throws CorruptFileException when it is cut off, damaged, or of another kind or version
   */
  public static SectionFile read(byte[] file, String magic, int version) {
    try {
      return new SectionReader(SectionReader.Bytes.of(file), magic, version).read();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /**
   * Maps a file into memory. It may be closed and deleted then, and must not be changed; what it
   * occupies is free when nothing refers to its sections any more.
   *
   * @throws CorruptFileException when it contradicts itself, or is of another kind or version
   */
  public static SectionFile map(CheckedFile file, String magic, int version) {
    try {
      return new SectionReader(SectionReader.Bytes.of(file), magic, version).read();
    } catch (IOException failure) {
      throw new ScratchException("a " + magic + " file", failure);
    }
  }

  static long aligned(long offset) {
    return (offset + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }

  /** Whether there is such a section: a file of an earlier time may lack it. */
  public boolean has(String tag) {
    return sections.containsKey(tag);
  }

  public int[] ints(String tag) {
    IntBuffer section = intBuffer(tag);
    int[] values = new int[section.remaining()];
    section.get(values);
    return values;
  }

  public long[] longs(String tag) {
    LongBuffer section = longBuffer(tag);
    long[] values = new long[section.remaining()];
    section.get(values);
    return values;
  }

  public float[] floats(String tag) {
    FloatBuffer section = floatBuffer(tag);
    float[] values = new float[section.remaining()];
    section.get(values);
    return values;
  }

  public byte[] bytes(String tag) {
    ByteBuffer section = section(tag, Byte.BYTES);
    byte[] values = new byte[section.remaining()];
    section.get(values);
    return values;
  }

  /** The section where it lies, read-only; nothing is copied. */
  public IntBuffer intBuffer(String tag) {
    return section(tag, Integer.BYTES).asIntBuffer();
  }

  /** The section where it lies, read-only; nothing is copied. */
  public LongBuffer longBuffer(String tag) {
    return section(tag, Long.BYTES).asLongBuffer();
  }

  /** The section where it lies, read-only; nothing is copied. */
  public FloatBuffer floatBuffer(String tag) {
    return section(tag, Float.BYTES).asFloatBuffer();
  }

  /** The section where it lies, read-only; nothing is copied. */
  public ByteBuffer byteBuffer(String tag) {
    return section(tag, Byte.BYTES);
  }

  private ByteBuffer section(String tag, int elementBytes) {
    ByteBuffer section = sections.get(tag);
    if (section == null) {
      throw new CorruptFileException("Section " + tag + " is missing");
    }
    if (section.remaining() % elementBytes != 0) {
      throw new CorruptFileException("Section " + tag + " is no whole number of elements");
    }
    return section.duplicate().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Collects the sections of a new file, in order. The arrays must not change until written. */
  public static final class Writer {
    private final List<Part> parts = new ArrayList<>();

    public Writer ints(String tag, int[] values) {
      return ints(tag, IntBuffer.wrap(values));
    }

    public Writer ints(String tag, IntBuffer values) {
      IntBuffer all = values.slice();
      return add(
          new Part(
              tag,
              all.remaining(),
              Integer.BYTES,
              (buffer, from, count) -> buffer.asIntBuffer().put(0, all, from, count)));
    }

    public Writer longs(String tag, long[] values) {
      LongBuffer all = LongBuffer.wrap(values);
      return add(
          new Part(
              tag,
              all.remaining(),
              Long.BYTES,
              (buffer, from, count) -> buffer.asLongBuffer().put(0, all, from, count)));
    }

    public Writer floats(String tag, float[] values) {
      return floats(tag, FloatBuffer.wrap(values));
    }

    public Writer floats(String tag, FloatBuffer values) {
      FloatBuffer all = values.slice();
      return add(
          new Part(
              tag,
              all.remaining(),
              Float.BYTES,
              (buffer, from, count) -> buffer.asFloatBuffer().put(0, all, from, count)));
    }

    public Writer bytes(String tag, byte[] values) {
      return add(
          new Part(
              tag,
              values.length,
              Byte.BYTES,
              (buffer, from, count) -> buffer.put(values, from, count)));
    }

    /** The whole file, to be written somewhere. */
    public FileContent content(String magic, int version) {
      return new SectionWriter(magic, version, parts);
    }

    /** The whole file in memory. */
    public byte[] file(String magic, int version) {
      FileContent content = content(magic, version);
      ByteArrayOutputStream file = new ByteArrayOutputStream(Math.toIntExact(content.length()));
      try {
        content.writeTo(Channels.newChannel(file));
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
      return file.toByteArray();
    }

    /** A section given again takes the place of the earlier one. */
    private Writer add(Part part) {
      parts.removeIf(earlier -> earlier.tag().equals(part.tag()));
      if (parts.size() == MOST_SECTIONS) {
        throw new IllegalArgumentException("More than " + MOST_SECTIONS + " sections do not fit");
      }
      parts.add(part);
      return this;
    }
  }
}
