package io.takewithott.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder with everything the local server keeps between starts. */
public final class DataFolders {
  /** What a data folder holds; a folder with anything else is not ours to delete. */
  private static final List<String> KNOWN =
      List.of("database", "objects", "queues", "secrets", "keys", "log.jsonl", "settings.sh");

  private DataFolders() {}

  /**
   * Deletes the data folder's contents.
   *
   * @throws IllegalArgumentException when the folder holds something that a data folder does not
   */
  public static void clear(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      entries
          .map(entry -> entry.getFileName().toString())
          .filter(
              name ->
                  KNOWN.stream()
                      .noneMatch(known -> name.equals(known) || name.startsWith(known + ".")))
          .findFirst()
          .ifPresent(
              stranger -> {
                throw new IllegalArgumentException(
                    folder
                        + " is not cleared: it holds "
                        + stranger
                        + ", which is not data of ours");
              });
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException undeletable) {
      throw new UncheckedIOException(undeletable);
    }
  }
}
