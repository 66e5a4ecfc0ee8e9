package io.takewithott.local.world.files;

import io.takewithott.local.world.DataRefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The files of one data set. */
record Folder(Path path) {
  /** Enough to tell text from anything else. */
  private static final int PROBE_BYTES = 8 * 1024;

  /** Of the bytes below a space, text has only line ends and tabs; compressed data has a tenth. */
  private static final double MOST_CONTROL_BYTES = 0.05;

  boolean has(String name) {
    return Files.isRegularFile(path.resolve(name));
  }

  boolean hasAll(List<String> names) {
    return names.stream().allMatch(this::has);
  }

  /** Names of what lies in it, folders with a slash, in order. */
  List<String> names() {
    try (Stream<Path> entries = Files.list(path)) {
      return entries
          .map(entry -> entry.getFileName() + (Files.isDirectory(entry) ? "/" : ""))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The first lines of a file that are text. */
  List<String> firstLines(String name, Encoding encoding, int most) {
    List<String> lines = new ArrayList<>();
    try (LineReader reader = reader(name, encoding)) {
      while (reader.number() < most && reader.next()) {
        addText(reader, lines);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return lines;
  }

  LineReader reader(String name, Encoding encoding) throws IOException {
    return new LineReader(Files.newInputStream(path.resolve(name)), encoding);
  }

  /**
   * @throws DataRefusedException when the file is empty or not text
   */
  void refuseUnlessText(String name) {
    byte[] start;
    try (InputStream in = Files.newInputStream(path.resolve(name))) {
      start = in.readNBytes(PROBE_BYTES);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    if (start.length == 0) {
      throw new DataRefusedException(path.resolve(name) + " is empty. Nothing was imported.");
    }
    int controls = 0;
    for (byte b : start) {
      if (b == 0) {
        controls = start.length;
      } else if (b > 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t') {
        controls++;
      }
    }
    if (controls > start.length * MOST_CONTROL_BYTES) {
      throw new DataRefusedException(
          path.resolve(name)
              + " is a binary file where text is expected; if it is an archive, unpack it first."
              + " Nothing was imported.");
    }
  }

  /** SHA-256 over the version of what reads them, names, lengths and bytes. */
  String digest(int version, List<String> names) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((version + "\n").getBytes(StandardCharsets.UTF_8));
      for (String name : names) {
        Path file = path.resolve(name);
        digest.update((name + "\n" + Files.size(file) + "\n").getBytes(StandardCharsets.UTF_8));
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
          in.transferTo(OutputStream.nullOutputStream());
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void addText(LineReader reader, List<String> lines) {
    try {
      lines.add(reader.text());
    } catch (RejectedLine notText) {
      // Whoever reads the file in earnest counts it.
    }
  }
}
