package io.takewithott.recommender.storage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A binary file of tagged sections, little-endian:
 *
 * <pre>
 * offset      size  content
 * 0           8     magic, ASCII
 * 8           4     format version
 * 12          4     number of sections
 * 16          4     tag of the first section, ASCII
 * 20          8     its length in bytes
 * 28          n     its content: one array of int, long, float or byte
 * 28 + n      …     the other sections in the same form
 * end - 32    32    SHA-256 of everything before
 * </pre>
 *
 * A reader takes the sections it knows by their tags and passes over the others, so a later version
 * may add some. One file holds at most 2 GiB, the length of a Java array.
 */
public final class SectionFile {
  private static final int MAGIC_LENGTH = 8;
  private static final int TAG_LENGTH = 4;
  private static final int HEADER_LENGTH = 16;
  private static final int SECTION_HEADER_LENGTH = 12;
  private static final int DIGEST_LENGTH = 32;

  /** More sections than any format here has: a damaged count must not be looped over. */
  private static final int MOST_SECTIONS = 64;

  private final Map<String, ByteBuffer> sections;

  private SectionFile(Map<String, ByteBuffer> sections) {
    this.sections = sections;
  }

  /**
   * Opens a file after checking it whole.
   *
   * @throws CorruptFileException when it is cut off, damaged, or of another kind or version
   */
  public static SectionFile read(byte[] file, String magic, int version) {
    if (file.length < HEADER_LENGTH + DIGEST_LENGTH) {
      throw new CorruptFileException(file.length + " bytes are too few for a " + magic + " file");
    }
    int end = file.length - DIGEST_LENGTH;
    ByteBuffer buffer = ByteBuffer.wrap(file, 0, end).order(ByteOrder.LITTLE_ENDIAN);
    if (!ascii(buffer, MAGIC_LENGTH).equals(magic)) {
      throw new CorruptFileException("This is no " + magic + " file");
    }
    int found = buffer.getInt();
    if (found != version) {
      throw new CorruptFileException(
          magic + " version " + found + " is not known here, only " + version);
    }
    if (!ByteBuffer.wrap(digest(file, end)).equals(ByteBuffer.wrap(file, end, DIGEST_LENGTH))) {
      throw new CorruptFileException("The " + magic + " file does not match its checksum");
    }
    return new SectionFile(sections(buffer, magic));
  }

  private static Map<String, ByteBuffer> sections(ByteBuffer buffer, String magic) {
    int count = buffer.getInt();
    if (count < 0 || count > MOST_SECTIONS) {
      throw new CorruptFileException("A " + magic + " file with " + count + " sections");
    }
    Map<String, ByteBuffer> sections = new HashMap<>();
    for (int i = 0; i < count; i++) {
      if (buffer.remaining() < SECTION_HEADER_LENGTH) {
        throw new CorruptFileException("Section " + i + " of the " + magic + " file is missing");
      }
      String tag = ascii(buffer, TAG_LENGTH);
      long length = buffer.getLong();
      if (length < 0 || length > buffer.remaining()) {
        throw new CorruptFileException("Section " + tag + " runs past the end of the file");
      }
      sections.put(
          tag, buffer.slice(buffer.position(), (int) length).order(ByteOrder.LITTLE_ENDIAN));
      buffer.position(buffer.position() + (int) length);
    }
    return sections;
  }

  /** Whether there is such a section: a file of an earlier time may lack it. */
  public boolean has(String tag) {
    return sections.containsKey(tag);
  }

  public int[] ints(String tag) {
    ByteBuffer section = section(tag, Integer.BYTES);
    int[] values = new int[section.remaining() / Integer.BYTES];
    section.asIntBuffer().get(values);
    return values;
  }

  public long[] longs(String tag) {
    ByteBuffer section = section(tag, Long.BYTES);
    long[] values = new long[section.remaining() / Long.BYTES];
    section.asLongBuffer().get(values);
    return values;
  }

  public float[] floats(String tag) {
    ByteBuffer section = section(tag, Float.BYTES);
    float[] values = new float[section.remaining() / Float.BYTES];
    section.asFloatBuffer().get(values);
    return values;
  }

  public byte[] bytes(String tag) {
    ByteBuffer section = section(tag, Byte.BYTES);
    byte[] values = new byte[section.remaining()];
    section.get(values);
    return values;
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

  private static String ascii(ByteBuffer buffer, int length) {
    byte[] text = new byte[length];
    buffer.get(text);
    return new String(text, StandardCharsets.US_ASCII);
  }

  private static byte[] digest(byte[] file, int end) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(file, 0, end);
      return sha256.digest();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  /** Collects the sections of a new file, in order. */
  public static final class Writer {
    private final Map<String, Section> sections = new LinkedHashMap<>();

    public Writer ints(String tag, int[] values) {
      return add(
          tag, (long) values.length * Integer.BYTES, buffer -> buffer.asIntBuffer().put(values));
    }

    public Writer longs(String tag, long[] values) {
      return add(
          tag, (long) values.length * Long.BYTES, buffer -> buffer.asLongBuffer().put(values));
    }

    public Writer floats(String tag, float[] values) {
      return add(
          tag, (long) values.length * Float.BYTES, buffer -> buffer.asFloatBuffer().put(values));
    }

    public Writer bytes(String tag, byte[] values) {
      return add(tag, values.length, buffer -> buffer.put(values));
    }

    /** The whole file. */
    public byte[] file(String magic, int version) {
      byte[] file = new byte[Math.toIntExact(length())];
      ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
      buffer.put(magic.getBytes(StandardCharsets.US_ASCII)).putInt(version).putInt(sections.size());
      sections.forEach(
          (tag, section) -> {
            buffer.put(tag.getBytes(StandardCharsets.US_ASCII)).putLong(section.length());
            int length = (int) section.length();
            section
                .content()
                .putInto(buffer.slice(buffer.position(), length).order(ByteOrder.LITTLE_ENDIAN));
            buffer.position(buffer.position() + length);
          });
      buffer.put(digest(file, buffer.position()));
      return file;
    }

    private long length() {
      long content =
          sections.values().stream()
              .mapToLong(section -> SECTION_HEADER_LENGTH + section.length())
              .sum();
      return HEADER_LENGTH + content + DIGEST_LENGTH;
    }

    private Writer add(String tag, long length, Content content) {
      sections.put(tag, new Section(length, content));
      return this;
    }
  }

  private record Section(long length, Content content) {}

  private interface Content {
    void putInto(ByteBuffer buffer);
  }
}
