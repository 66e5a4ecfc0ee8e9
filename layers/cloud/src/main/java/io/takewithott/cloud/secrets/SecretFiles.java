package io.takewithott.cloud.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One file a secret, readable by its owner only. A file is written beside its place, flushed to
 * disk and then renamed, so a reader finds the old secret or the new one, even after a crash.
 */
final class SecretFiles {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String ENDING = ".json";
  private static final String UNFINISHED_ENDING = ".new";

  private final Path folder;

  private SecretFiles(Path folder) {
    this.folder = folder;
  }

  static SecretFiles open(Path folder) throws IOException {
    Files.createDirectories(folder, permissions("rwx------"));
    if (isPosix()) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
    SecretFiles files = new SecretFiles(folder);
    for (Path unfinished : files.ending(UNFINISHED_ENDING)) {
      Files.delete(unfinished);
    }
    return files;
  }

  List<Secret> readAll() throws IOException {
    List<Secret> secrets = new ArrayList<>();
    for (Path file : ending(ENDING)) {
      secrets.add(read(file));
    }
    return secrets;
  }

  private static Secret read(Path file) throws IOException {
    try {
      return MAPPER.readValue(Files.readAllBytes(file), Secret.class);
    } catch (JsonProcessingException e) {
      e.clearLocation();
      throw new IOException(
          "The secret file " + file + " is damaged. Restore it, or delete it to start over.");
    }
  }

  private List<Path> ending(String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().endsWith(ending)).sorted().toList();
    }
  }

  void write(Secret secret) {
    Path file = folder.resolve(URLEncoder.encode(secret.name(), UTF_8) + ENDING);
    Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED_ENDING);
    try {
      Files.deleteIfExists(unfinished);
      writeAndFlush(unfinished, MAPPER.writeValueAsBytes(secret));
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      flushFolder();
    } catch (IOException e) {
      throw new UncheckedIOException("The secret file " + file + " cannot be written", e);
    }
  }

  private static void writeAndFlush(Path file, byte[] content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, Set.of(CREATE_NEW, WRITE), permissions("rw-------"))) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /**
   * Makes the rename itself last; not every system can open a folder, and then it is done without.
   */
  private void flushFolder() throws IOException {
    if (isPosix()) {
      try (FileChannel channel = FileChannel.open(folder, READ)) {
        channel.force(true);
      }
    }
  }

  private static FileAttribute<?>[] permissions(String permissions) {
    return isPosix()
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean isPosix() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }
}
