package io.takewithott.cloud.sqs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The changes of all queues in a file, one JSON text a line.
 *
 * <p>An entry is handed to the operating system before the change it records is acknowledged, so it
 * survives the death of this process. It does not survive a power failure: that would cost a disk
 * flush for each message, which a development machine does not need. A line is valid only with its
 * line feed; a last line without one was being written when the process died, was never
 * acknowledged, and is ignored.
 */
final class Journal implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path file;
  private final FileChannel lockFile;
  private final FileLock lock;
  private @Nullable FileChannel channel;
  private long entries;

  private Journal(Path file, FileChannel lockFile, FileLock lock) {
    this.file = file;
    this.lockFile = lockFile;
    this.lock = lock;
  }

  /** Takes possession of the journal in {@code folder}, which no other process may hold. */
  static Journal open(Path folder) throws IOException {
    Files.createDirectories(folder);
    FileChannel lockFile = FileChannel.open(folder.resolve("queues.lock"), CREATE, WRITE);
    FileLock lock = tryLock(lockFile);
    if (lock == null) {
      lockFile.close();
      throw new IOException(
          "The queues in "
              + folder
              + " are in use by another process. Stop it, or choose another"
              + " folder.");
    }
    return new Journal(folder.resolve("queues.journal"), lockFile, lock);
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /** Reads what an earlier process left. */
  void replay(Consumer<JournalEntry> reader) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      long number = 1;
      for (byte[] line = nextLine(in); line != null; line = nextLine(in)) {
        reader.accept(parse(line, number++));
      }
    }
  }

  /** The bytes up to the next line feed, or null if no complete line is left. */
  private static byte @Nullable [] nextLine(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != -1; next = in.read()) {
      if (next == '\n') {
        return line.toByteArray();
      }
      line.write(next);
    }
    return null;
  }

  private JournalEntry parse(byte[] line, long number) throws IOException {
    try {
      return MAPPER.readValue(line, JournalEntry.class);
    } catch (JsonProcessingException e) {
      throw new IOException(
          "Line %d of %s is damaged: %s. Repair or delete the line; other lines do not depend on it."
              .formatted(number, file, e.getOriginalMessage()),
          e);
    }
  }

  /** Replaces the journal by one that says only what is true now; all or nothing. */
  void rewrite(List<JournalEntry> state) throws IOException {
    Path next = file.resolveSibling("queues.journal.next");
    try (FileChannel target = FileChannel.open(next, CREATE, TRUNCATE_EXISTING, WRITE);
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(target))) {
      for (JournalEntry entry : state) {
        out.write(line(entry));
      }
      out.flush();
      target.force(true);
    }
    closeChannel();
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    channel = FileChannel.open(file, APPEND);
    entries = state.size();
  }

  /** Writes an entry whole, or leaves the journal as it was and throws. */
  void append(JournalEntry entry) {
    FileChannel target = channel;
    if (target == null) {
      throw new IllegalStateException("The journal " + file + " is closed");
    }
    try {
      long end = target.size();
      try {
        ByteBuffer bytes = ByteBuffer.wrap(line(entry));
        while (bytes.hasRemaining()) {
          target.write(bytes);
        }
      } catch (IOException e) {
        target.truncate(end);
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The journal " + file + " cannot be written", e);
    }
    entries++;
  }

  /** How many entries the file holds. */
  long entries() {
    return entries;
  }

  private static byte[] line(JournalEntry entry) throws IOException {
    return (MAPPER.writeValueAsString(entry) + "\n").getBytes(UTF_8);
  }

  private void closeChannel() throws IOException {
    if (channel != null) {
      channel.close();
      channel = null;
    }
  }

  @Override
  public void close() throws IOException {
    closeChannel();
    lock.release();
    lockFile.close();
  }
}
