package io.takewithott.recommender.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/** Writes the sections of a {@link SectionFile} through one small buffer. */
final class SectionWriter implements FileContent {
  private static final int BUFFER_BYTES = 1 << 16;

  private final String magic;
  private final int version;
  private final List<Part> parts;

  SectionWriter(String magic, int version, List<Part> parts) {
    this.magic = magic;
    this.version = version;
    this.parts = List.copyOf(parts);
  }

  @Override
  public long length() {
    long end = SectionFile.FIRST_SECTION;
    for (Part part : parts) {
      end = SectionFile.aligned(end + part.length());
    }
    return end + FileDigest.LENGTH;
  }

  @Override
  public void writeTo(WritableByteChannel channel) throws IOException {
    Output output = new Output(channel);
    output.write(header());
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (Part part : parts) {
      int most = BUFFER_BYTES / part.elementBytes();
      for (int from = 0; from < part.elements(); from += most) {
        int count = Math.min(most, part.elements() - from);
        part.elementsInto().put(buffer.clear(), from, count);
        output.write(buffer.position(0).limit(count * part.elementBytes()));
      }
      output.pad();
    }
    output.finish();
  }

  private ByteBuffer header() {
    ByteBuffer header =
        ByteBuffer.allocate(SectionFile.FIRST_SECTION).order(ByteOrder.LITTLE_ENDIAN);
    header.put(magic.getBytes(StandardCharsets.US_ASCII));
    header.putInt(version).putInt(parts.size()).putLong(length());
    header.position(SectionFile.DIRECTORY);
    long at = SectionFile.FIRST_SECTION;
    for (Part part : parts) {
      header.put(part.tag().getBytes(StandardCharsets.US_ASCII)).putInt(0);
      header.putLong(at).putLong(part.length());
      at = SectionFile.aligned(at + part.length());
    }
    return header.position(0);
  }

  /**
   * A section to be written.
   *
   * @param elementsInto puts some of its elements at the beginning of a buffer
   */
  record Part(String tag, int elements, int elementBytes, Elements elementsInto) {
    Part {
      if (tag.length() != SectionFile.TAG_LENGTH) {
        throw new IllegalArgumentException("A tag has 4 letters, not as \"" + tag + "\"");
      }
      if ((long) elements * elementBytes > SectionFile.MOST_SECTION_BYTES) {
        throw new IllegalArgumentException(
            "Section "
                + tag
                + " would have "
                + (long) elements * elementBytes
                + " bytes; "
                + SectionFile.MOST_SECTION_BYTES
                + " are possible in one section");
      }
    }

    long length() {
      return (long) elements * elementBytes;
    }
  }

  interface Elements {
    void put(ByteBuffer buffer, int from, int count);
  }

  /** The file so far, and its checksum. */
  private static final class Output {
    private final WritableByteChannel channel;
    private final MessageDigest digest = FileDigest.sha256();
    private long written;

    Output(WritableByteChannel channel) {
      this.channel = channel;
    }

    void write(ByteBuffer bytes) throws IOException {
      digest.update(bytes.duplicate());
      send(bytes);
    }

    /** Zeros up to where the next section may begin. */
    void pad() throws IOException {
      write(ByteBuffer.allocate((int) (SectionFile.aligned(written) - written)));
    }

    void finish() throws IOException {
      send(ByteBuffer.wrap(digest.digest()));
    }

    private void send(ByteBuffer bytes) throws IOException {
      written += bytes.remaining();
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }
  }
}
