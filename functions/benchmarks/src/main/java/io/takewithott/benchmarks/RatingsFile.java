package io.takewithott.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Ratings as comma-separated text without a header: user, item, rating. */
public final class RatingsFile {
  private RatingsFile() {}

  public static List<Row> read(Path file) throws IOException {
    List<Row> rows = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      String[] cells = line.split(",", -1);
      if (cells.length < 3) {
        throw new IllegalArgumentException(
            file.getFileName() + " line " + number + ": expected user,item,rating: " + line);
      }
      rows.add(new Row(cells[0].strip(), cells[1].strip(), Double.parseDouble(cells[2])));
    }
    return rows;
  }

  /** One rating in the data set's own ids and scale. */
  public record Row(String user, String item, double rating) {}
}
