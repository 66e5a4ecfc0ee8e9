package io.takewithott.benchmarks.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rankings as text: a line a user, the user and their items best first, separated by tabs. */
final class ListsFile {
  private ListsFile() {}

  static Map<String, List<String>> read(Path file) throws IOException {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file)) {
      List<String> cells = List.of(line.split("\\s+"));
      lists.put(cells.get(0), cells.subList(1, cells.size()));
    }
    return lists;
  }

  static void write(Path file, Map<String, List<String>> lists) throws IOException {
    List<String> lines = new ArrayList<>();
    lists.forEach((user, items) -> lines.add(user + "\t" + String.join("\t", items)));
    Files.write(file, lines);
  }
}
