package io.takewithott.recommender.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Checks a {@link SectionFile} and finds its sections. */
final class SectionReader {
  private static final int MAGIC_LENGTH = 8;

  private final Bytes file;
  private final String magic;
  private final int version;

  SectionReader(Bytes file, String magic, int version) {
    this.file = file;
    this.magic = magic;
    this.version = version;
  }

  SectionFile read() throws IOException {
    ByteBuffer header = start();
    checkKind(header);
    int count = header.getInt();
    long length = header.getLong();
    if (length != file.length()) {
      throw new CorruptFileException(
          "The " + magic + " file has " + file.length() + " bytes and says " + length);
    }
    long end = length - FileDigest.LENGTH;
    if (end < SectionFile.FIRST_SECTION) {
      throw new CorruptFileException(length + " bytes are too few for a " + magic + " file");
    }
    if (!file.isChecked()) {
      checkDigest(end);
    }
    if (count < 0 || count > SectionFile.MOST_SECTIONS) {
      throw new CorruptFileException("A " + magic + " file with " + count + " sections");
    }
    header.position(SectionFile.DIRECTORY);
    Map<String, ByteBuffer> sections = new HashMap<>();
    for (int i = 0; i < count; i++) {
      addSection(header, end, sections);
    }
    return new SectionFile(sections);
  }

  private ByteBuffer start() throws IOException {
    int length = (int) Math.min(SectionFile.FIRST_SECTION, file.length());
    return bytes(0, length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private void checkKind(ByteBuffer header) throws IOException {
    if (header.remaining() < SectionFile.DIRECTORY) {
      throw new CorruptFileException(file.length() + " bytes are too few for a " + magic + " file");
    }
    if (!ascii(header, MAGIC_LENGTH).equals(magic)) {
      throw new CorruptFileException("This is no " + magic + " file");
    }
    int found = header.getInt();
    if (found < version) {
      throw new CorruptFileException(
          magic + " version " + found + " is older than " + version + " and is to be made anew");
    }
    if (found > version) {
      throw new CorruptFileException(
          magic + " version " + found + " is not known here, only " + version);
    }
  }

  private void checkDigest(long end) throws IOException {
    ByteBuffer stored = bytes(end, FileDigest.LENGTH);
    if (!ByteBuffer.wrap(FileDigest.of(file::read, end)).equals(stored)) {
      throw new CorruptFileException("The " + magic + " file does not match its checksum");
    }
  }

  private void addSection(ByteBuffer directory, long end, Map<String, ByteBuffer> sections)
      throws IOException {
    String tag = ascii(directory, SectionFile.TAG_LENGTH);
    directory.getInt();
    long offset = directory.getLong();
    long length = directory.getLong();
    boolean within =
        offset >= SectionFile.FIRST_SECTION
            && length >= 0
            && length <= SectionFile.MOST_SECTION_BYTES
            && offset <= end - length;
    if (!within || offset % SectionFile.ALIGNMENT != 0) {
      throw new CorruptFileException(
          "Section " + tag + " of " + length + " bytes cannot lie at " + offset);
    }
    if (sections.put(tag, file.section(offset, (int) length)) != null) {
      throw new CorruptFileException("Section " + tag + " is there twice");
    }
  }

  private ByteBuffer bytes(long at, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining() && file.read(bytes, at + bytes.position()) >= 0) {
      // Until it is full, or the file ends.
    }
    return bytes.flip();
  }

  private static String ascii(ByteBuffer buffer, int length) {
    byte[] text = new byte[length];
    buffer.get(text);
    return new String(text, StandardCharsets.US_ASCII);
  }

  /** A file in memory or on disk. */
  interface Bytes {
    long length() throws IOException;

    int read(ByteBuffer into, long at) throws IOException;

    /** Whether its checksum has been verified. */
    boolean isChecked();

    /** A part that stays readable, and cannot be written. */
    ByteBuffer section(long offset, int length) throws IOException;

    static Bytes of(byte[] file) {
      return new Array(ByteBuffer.wrap(file).asReadOnlyBuffer());
    }

    static Bytes of(CheckedFile file) {
      return new Mapped(file.channel());
    }
  }

  private record Array(ByteBuffer file) implements Bytes {
    @Override
    public boolean isChecked() {
      return false;
    }

    @Override
    public long length() {
      return file.capacity();
    }

    @Override
    public int read(ByteBuffer into, long at) {
      int count = (int) Math.min(into.remaining(), file.capacity() - at);
      into.put(file.slice((int) at, count));
      return count == 0 && into.hasRemaining() ? -1 : count;
    }

    @Override
    public ByteBuffer section(long offset, int length) {
      return file.slice((int) offset, length);
    }
  }

  private record Mapped(FileChannel file) implements Bytes {
    @Override
    public boolean isChecked() {
      return true;
    }

    @Override
    public long length() throws IOException {
      return file.size();
    }

    @Override
    public int read(ByteBuffer into, long at) throws IOException {
      return file.read(into, at);
    }

    @Override
    public ByteBuffer section(long offset, int length) throws IOException {
      return file.map(MapMode.READ_ONLY, offset, length);
    }
  }
}
