package io.takewithott.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** A split of 30 users and 130 items, each user with 25 ratings, as the scorer writes it. */
public final class SmallSplit {
  private static final int USERS = 30;
  private static final int ITEMS = 130;
  private static final int RATINGS = 25;
  private static final int EACH = ITEMS / RATINGS;

  private SmallSplit() {}

  public static void write(Path folder) throws IOException {
    Random random = new Random(1);
    List<String> items = new ArrayList<>();
    for (int item = 0; item < ITEMS; item++) {
      items.add("item-" + item);
    }
    List<String> train = new ArrayList<>();
    List<String> validation = new ArrayList<>();
    List<String> users = new ArrayList<>();
    for (int user = 0; user < USERS; user++) {
      users.add("user-" + user);
      for (int item = 0; item < RATINGS; item++) {
        List<String> part = item % 8 == 0 ? validation : train;
        int chosen = item * EACH + random.nextInt(EACH);
        part.add("user-" + user + ",item-" + chosen + "," + (item % 5 + 1));
      }
    }
    Files.createDirectories(folder.resolve("topn"));
    Files.write(folder.resolve("items.txt"), items);
    Files.write(folder.resolve("topn/users.txt"), users);
    Files.write(folder.resolve("topn/train.csv"), train);
    Files.write(folder.resolve("topn/validation.csv"), validation);
    writeCold(folder.resolve("cold"), train);
    writeFold(folder.resolve("cv0"), train, validation);
  }

  /** Two groups of one stranger each. */
  private static void writeCold(Path folder, List<String> train) throws IOException {
    for (String user : List.of("user-0", "user-1")) {
      Path group = folder.resolve(user.substring(5));
      Files.createDirectories(group);
      Files.write(
          group.resolve("train.csv"),
          train.stream().filter(line -> !line.startsWith(user + ",")).toList());
      Files.writeString(
          group.resolve("users.tsv"), user + "\titem-" + user.substring(5) + "\titem-9\titem-99\n");
    }
  }

  private static void writeFold(Path folder, List<String> train, List<String> test)
      throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve("train.csv"), train);
    Files.write(
        folder.resolve("test.csv"),
        test.stream().map(line -> line.substring(0, line.lastIndexOf(','))).toList());
  }

  /** What a user has in either part of the training data. */
  public static Set<String> known(Path folder, String user) throws IOException {
    Set<String> known = new HashSet<>();
    for (String file : List.of("topn/train.csv", "topn/validation.csv")) {
      for (String line : Files.readAllLines(folder.resolve(file))) {
        String[] cells = line.split(",");
        if (cells[0].equals(user)) {
          known.add(cells[1]);
        }
      }
    }
    return known;
  }
}
